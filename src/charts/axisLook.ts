/** How every axis of our charts looks. */
export const AXIS_LOOK = { tick: { className: 'chart-tick' }, axisLine: { stroke: 'var(--line-strong)' } } as const
export const TICK_LINES = { stroke: 'var(--line-strong)' } as const
