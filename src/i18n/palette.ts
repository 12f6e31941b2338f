/** The search over everything and the sheet of keys. */
import type { Translation } from './translation'

export const paletteZh = {
  paletteTitle: '查找一切',
  palettePlaceholder: '页面、视图、故障、部件、列车、序列号、问题；支持拼音首字母',
  paletteInList: (typed: string) => `在故障列表中查找“${typed}”`,
  paletteFailed: '查找没有成功，改一个字再试',
  paletteGroup: (group: 'screen' | 'view' | 'failure' | 'node' | 'train' | 'serial' | 'problem') =>
    ({ screen: '页面', view: '视图', failure: '故障', node: '部件', train: '列车', serial: '序列号', problem: '问题' })[
      group
    ],
  paletteHow: '↑ ↓ 选择，回车打开，Esc 关闭',
  keysTitle: '快捷键',
  keysEverywhere: '任何地方',
  keysPlaces: '先按 g 再按',
  keysInPlace: '在所在处',
  keyPalette: '查找一切',
  keyReport: '报故障',
  keySearch: '在本页查找',
  keySheet: '本表',
  keySubmit: '提交表单',
  keySelect: '在故障表中选中一行',
  keySelectAll: '选中筛选出的全部故障',
  keyCopyRows: '复制选中的故障为表格，可粘贴到 Excel',
  keyGroups: '在分组的故障表中收起、展开一组',
  keyClose: '关闭最上层，不丢内容',
  keyMarks: '在图上逐个看，回车打开其故障',
  keyReview: '评审模式上一条、下一条',
  keysSingle: '单键快捷键',
  keysSingleWhy: '语音输入或手抖时可以关闭；Ctrl K 一直可用。输入文字时单键从不起作用。',
}

export const paletteEn: Translation<typeof paletteZh> = {
  paletteTitle: 'Find anything',
  palettePlaceholder: 'Screens, failures, parts, trains, serials, problems; pinyin initials work',
  paletteInList: (typed) => `Search the list of failures for “${typed}”`,
  paletteFailed: 'The search failed; change a letter to try again',
  paletteGroup: (group) =>
    ({
      screen: 'Screens',
      view: 'Views',
      failure: 'Failures',
      node: 'Parts',
      train: 'Trains',
      serial: 'Serials',
      problem: 'Problems',
    })[group],
  paletteHow: '↑ ↓ to choose, Enter opens, Esc closes',
  keysTitle: 'Keyboard shortcuts',
  keysEverywhere: 'Anywhere',
  keysPlaces: 'Press g, then',
  keysInPlace: 'Where you are',
  keyPalette: 'Find anything',
  keyReport: 'Report a failure',
  keySearch: 'Search this screen',
  keySheet: 'This sheet',
  keySubmit: 'Submit the form',
  keySelect: 'Select a row of the failure list',
  keySelectAll: 'Select all failures the filters leave',
  keyCopyRows: 'Copy the selected failures as a table for Excel',
  keyGroups: 'Close or open a group of the failure list',
  keyClose: 'Close what is on top; nothing is lost',
  keyMarks: 'Walk the marks of a chart; Enter opens their failures',
  keyReview: 'Previous and next in review mode',
  keysSingle: 'Shortcuts of one letter',
  keysSingleWhy:
    'Switch them off for voice input or trembling hands; Ctrl K always works. They never act while text is typed.',
}
