/** Colours of native charts, told apart also by those who see few, and dark enough for a grey printer. */
export const CHART_COLOURS = {
  first: '2F6FB0',
  pale: '7FA8D1',
  ink: '3A444E',
  limit: 'B4541F',
  ages: ['9CC3E6', '4F8FC9', 'E0A030', 'A63C2A'],
} as const
