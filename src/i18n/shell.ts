import { COLON, LIST_COMMA, SEMICOLON } from './inLanguage'
import type { Translation } from './translation'

/** Frame of the program: names, navigation, first run, common words. */
export const shellZh = {
  appName: '闭环 FRACAS',
  tagline: '故障报告、分析与纠正措施，全程离线可用',
  home: '首页',
  failures: '故障',
  problemsShort: '问题',
  navWork: '我的工作',
  navAlerts: '预警',
  navMore: '更多',
  products: '产品',
  reports: '报告',
  homeReports: '报告',
  homeReport: (kind: string) =>
    (
      ({
        daily: '日报',
        weekly: '周报',
        monthly: '月报',
        quarterly: '季报',
        ram: '半年报',
        yearly: '年报',
      }) as Readonly<Record<string, string>>
    )[kind] ?? kind,
  homeReportsWhy: '打开上一个完整周期，再按一次导出 Excel。',
  data: '数据',
  settings: '设置',
  reportFailure: '报故障',
  reportShort: '报故障',
  skipToContent: '跳到内容',
  mainNavigation: '主导航',
  language: '语言',
  theme: '外观',
  themeLight: '浅色',
  themeDark: '深色',
  themeSystem: '跟随系统',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  undo: '撤销',
  undone: '已撤销',
  /** `later`: the field that was changed since, by whom and when, in words. */
  undoRefused: (why: 'workflow-step' | 'booking' | 'later-entries' | 'later-edits', later = '') =>
    why === 'workflow-step'
      ? '流程步骤不能这样撤销，请按流程退回。'
      : why === 'booking'
        ? '费用不能撤销，请冲销。'
        : why === 'later-entries'
          ? '没有撤销：后来又记了新的条目，先撤销后面的。'
          : `没有撤销：后来又有人改过（${later}），撤销会把它冲掉。先撤销后面的修改。`,
  remove: '移除',
  open: '打开',
  back: '返回',
  apply: '应用',
  reset: '重置',
  search: '搜索',
  findAnything: '查找',
  all: '全部',
  none: '无',
  yes: '是',
  no: '否',
  notKnown: '未填',
  textsCleaned: (fields: string) => `已去掉不可见的控制字符：${fields}`,
  textHoldsControls: '含有不可见的控制字符，保存时会去掉',
  loading: '正在载入…',
  loadingRows: (done: number, total: number) => `正在整理故障 ${done} / ${total}`,
  welcomeChooseLanguage: '选择语言',
  welcomeQuestion: '从哪里开始？',
  doorImport: '导入旧工作簿',
  doorImportWhy: '把历年故障台账、里程统计、BOM 和列车台账（.xlsx / .xls）一次拖进来。',
  doorFile: '报第一条故障',
  doorFileWhy: '没有网络也能报；填写的每个字都随时存在本机。',
  doorSample: '看看示例数据',
  doorSampleWhy: '24 列模拟动车组、约 1,200 条故障，截至昨天；标为示例，一键移除。',
  doorRestore: '从文件恢复',
  doorRestoreWhy: '用以前保存的备份文件恢复全部数据。',
  sampleLoading: '正在装入示例数据…',
  sampleBanner: '当前含示例数据（模拟车队），不要当作真实结论。',
  sampleRemove: '移除示例数据',
  sampleRemoved: '示例数据已移除',
  sampleKept: (count: number) => `你改过的 ${count} 条记录已保留`,
  updateReady: '新版本可用',
  updateNow: '保存后更新',
  updateLater: '稍后',
  updateBlocked: '表单还有未提交的内容，先提交或存为草稿再更新。',
  whoAreYou: '你的姓名',
  whoAreYouWhy: '写进报告和历史记录；只存在本机。',
  onThisDevice: '数据只在本机',
  filedForTeam: '已存在本机，连上服务器就上传给公司',
  onThisDeviceWhy: '全部数据保存在这台设备的浏览器里，没有服务器。请定期把备份存成文件。',
  pageNotFound: '没有这个页面',
  pageNotFoundWhy: '地址可能写错了，或者记录在别的设备上。',
  goHome: '回首页',
  somethingBroke: '出错了',
  somethingBrokeWhy: '已保存的数据没有受影响。可以重新载入；如果一直这样，请先保存备份文件。',
  reload: '重新载入',
  storageBlocked: '浏览器不让本站保存数据',
  storageBlockedWhy: '本程序的全部数据都存在这个浏览器里，现在打不开它的数据库，所以什么也显示不了、也存不下。',
  storageBlockedDo:
    '请在浏览器设置里允许这个网址保存网站数据（Cookie 和网站数据），并退出无痕窗口，然后重新载入。如果磁盘已满，请先腾出空间。',
  storageWaiting: '等待另一个标签页',
  storageWaitingDo:
    '另一个标签页或窗口还开着旧版本，数据要等它关闭才能换成新的格式。请关闭其他开着本程序的标签页；关闭后这里会自己继续，不会丢失任何数据。',
  storageNewer: '这里的数据是较新版本写的',
  storageNewerWhy: '这个页面是旧版本的程序，读不了新版本写下的数据，也不会去改它。',
  storageNewerDo:
    '请重新载入，取得新版本。如果还是这样，请清除浏览器对这个网址的缓存文件（不要清除网站数据），或联系提供程序的人。',
  framed: '本程序不在别的网页里运行，以免有人借它的外壳骗取操作。',
  framedOpen: '单独打开',
  tryAgain: '再试一次',
  screenNotLoaded: '这个页面没能载入',
  screenNotLoadedWhy: '已保存的数据没有受影响。网络或服务恢复后再试一次；不行就重新载入整个程序。',
  engineTrouble: (kind: 'not-read' | 'not-stored' | 'thread-lost', changes: number | null, isThere: boolean) =>
    kind === 'thread-lost'
      ? '后台计算停了，正在重新启动。已保存的数据没有受影响。'
      : kind === 'not-stored'
        ? `列表和指标都是对的，但它们的缓存还差 ${changes ?? 0} 条没能存下（磁盘可能满了），下次打开会慢一些。正在重试。`
        : !isThere
          ? '列表和指标读不出来，正在重试。已保存的数据没有受影响。'
          : changes === null
            ? '列表和指标没跟上最新的修改，正在重试。已保存的数据没有受影响。'
            : `列表和指标还差 ${changes} 处修改没跟上，正在重试。已保存的数据没有受影响。`,
  engineQuestionFailed: '有些列表或指标没能算出来。已保存的数据没有受影响。',
  threadLost: (which: 'importer' | 'exporter') =>
    which === 'importer'
      ? '读取工作簿的后台线程停了；没有存完的导入一行也不会留下。请重新选择文件。'
      : '写工作簿的后台线程停了，请再导出一次。',
  engineReason: (reason: string) => `（${reason}）`,
  details: '详情',
  copy: '复制',
  copied: '已复制',
  build: '版本',
  more: '更多',
  listComma: LIST_COMMA.zh,
  slash: '/',
  semicolon: SEMICOLON.zh,
  colon: COLON.zh,
  emptyFiltered: '没有符合条件的记录',
  discard: '丢弃',
  discarded: '草稿已丢弃',
  homeCounts: '目前有',
  countFailures: (count: string) => `${count} 条故障`,
  countTrains: (count: string) => `${count} 列车`,
  countNodes: (count: string) => `${count} 个 BOM 节点`,
  countReadings: (count: string) => `${count} 个里程读数`,
  homeLatest: '最近的故障',
  homeSeeAll: '查看全部',
  homeWatch: '故障最多的部件',
  homeUnassigned: (count: string) => `${count} 条故障还没有归到 BOM 节点`,
  failuresWord: '故障',
  rateWord: '百万公里故障率',
  noteOffline: '离线是常态：报故障、查表、看图都不需要网络。',
} as const

export const shellEn: Translation<typeof shellZh> = {
  appName: '闭环 FRACAS',
  tagline: 'Failure reporting, analysis and corrective action, all of it offline',
  home: 'Home',
  failures: 'Failures',
  problemsShort: 'Problems',
  navWork: 'My work',
  navAlerts: 'Alerts',
  navMore: 'More',
  products: 'Products',
  reports: 'Reports',
  homeReports: 'Reports',
  homeReport: (kind) =>
    (
      ({
        daily: 'Daily',
        weekly: 'Weekly',
        monthly: 'Monthly',
        quarterly: 'Quarterly',
        ram: 'Half-year',
        yearly: 'Yearly',
      }) as Readonly<Record<string, string>>
    )[kind] ?? kind,
  homeReportsWhy: 'Opens the last complete period; one more press exports Excel.',
  data: 'Data',
  settings: 'Settings',
  reportFailure: 'Report failure',
  reportShort: 'Report',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main navigation',
  language: 'Language',
  theme: 'Appearance',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'As the system',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  undo: 'Undo',
  undone: 'Taken back',
  undoRefused: (why, later = '') =>
    why === 'workflow-step'
      ? 'A step of the workflow goes back the way the workflow goes back.'
      : why === 'booking'
        ? 'A cost is not undone; reverse it.'
        : why === 'later-entries'
          ? 'Not taken back: entries were added since; take those back first.'
          : `Not taken back: it was changed since (${later}), and that would be lost. Take the later change back first.`,
  remove: 'Remove',
  open: 'Open',
  back: 'Back',
  apply: 'Apply',
  reset: 'Reset',
  search: 'Search',
  findAnything: 'Find',
  all: 'All',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  notKnown: 'Not given',
  textsCleaned: (fields) => `Invisible control characters were removed: ${fields}`,
  textHoldsControls: 'Holds invisible control characters; they are removed when it is saved',
  loading: 'Loading…',
  loadingRows: (done, total) => `Arranging failures ${done} / ${total}`,
  welcomeChooseLanguage: 'Choose a language',
  welcomeQuestion: 'Where would you like to start?',
  doorImport: 'Import old workbooks',
  doorImportWhy: 'Drop years of failure ledgers, mileage sheets, BOM and fleet lists (.xlsx / .xls) all at once.',
  doorFile: 'File the first report',
  doorFileWhy: 'Works without a network; every word is kept on this device as you type.',
  doorSample: 'Look around with sample data',
  doorSampleWhy:
    '24 simulated trains and about 1,200 failures up to yesterday; marked as sample, removed in one click.',
  doorRestore: 'Restore from file',
  doorRestoreWhy: 'Bring everything back from a backup file saved earlier.',
  sampleLoading: 'Loading sample data…',
  sampleBanner: 'Sample data of a simulated fleet is loaded. Do not draw real conclusions from it.',
  sampleRemove: 'Remove sample data',
  sampleRemoved: 'Sample data removed',
  sampleKept: (count) => `${count} records you worked on were kept`,
  updateReady: 'A new version is ready',
  updateNow: 'Save and update',
  updateLater: 'Later',
  updateBlocked: 'A form still has unsubmitted input. Submit it or keep it as a draft, then update.',
  whoAreYou: 'Your name',
  whoAreYouWhy: 'Written into reports and history; stays on this device.',
  onThisDevice: 'Data is on this device only',
  filedForTeam: 'Kept on this device; it goes to the company as soon as the server is reached',
  onThisDeviceWhy: 'Everything is kept in this browser; there is no server. Save a backup to a file regularly.',
  pageNotFound: 'There is no such page',
  pageNotFoundWhy: 'The address may be mistyped, or the record is on another device.',
  goHome: 'Go home',
  somethingBroke: 'Something went wrong',
  somethingBrokeWhy: 'What was saved is not affected. Reload; if it keeps happening, save a backup file first.',
  reload: 'Reload',
  storageBlocked: 'The browser does not let this site keep data',
  storageBlockedWhy:
    'All data of this program lives in this browser. Its database cannot be opened, so nothing can be shown and nothing saved.',
  storageBlockedDo:
    'Allow site data (cookies and site data) for this address in the browser settings, leave ' +
    'private browsing, and reload. If the disk is full, make room first.',
  storageWaiting: 'Waiting for another tab',
  storageWaitingDo:
    'Another tab or window still runs an older version, and the data cannot take its new form before that one is closed. ' +
    'Close the other tabs of this program; this page then goes on by itself, and nothing is lost.',
  storageNewer: 'The data here was written by a newer version',
  storageNewerWhy:
    'This page is an older version of the program. It cannot read what a newer one wrote, and leaves it alone.',
  storageNewerDo:
    'Reload to get the newer version. If that does not help, clear the cached files of this address (not its site data), ' +
    'or ask whoever provides the program.',
  framed: 'This program does not run inside another page, so that nobody can borrow its face.',
  framedOpen: 'Open it by itself',
  tryAgain: 'Try again',
  screenNotLoaded: 'This screen could not be loaded',
  screenNotLoadedWhy:
    'What was saved is not affected. Try again when the network or the server is back; otherwise reload the program.',
  engineTrouble: (kind, changes, isThere) =>
    kind === 'thread-lost'
      ? 'The background calculation stopped and is being started again. What was saved is not affected.'
      : kind === 'not-stored'
        ? `Lists and figures are right, but their cache lacks ${changes ?? 0} rows that could not ` +
          `be stored (the disk may be full), so that the next start is slower. Trying again.`
        : !isThere
          ? 'Lists and figures cannot be read; trying again. What was saved is not affected.'
          : changes === null
            ? 'Lists and figures are behind the latest changes; trying again. What was saved is not affected.'
            : `Lists and figures are ${changes} ${changes === 1 ? 'change' : 'changes'} behind; trying ` +
              `again. What was saved is not affected.`,
  engineQuestionFailed: 'Some lists or figures could not be worked out. What was saved is not affected.',
  threadLost: (which) =>
    which === 'importer'
      ? 'The background thread that reads workbooks stopped; of an import that was not stored to ' +
        'the end nothing is kept. Choose the files again.'
      : 'The background thread that writes workbooks stopped; export once more.',
  engineReason: (reason) => `(${reason})`,
  details: 'Details',
  copy: 'Copy',
  copied: 'Copied',
  build: 'Build',
  more: 'More',
  listComma: LIST_COMMA.en,
  slash: ', ',
  semicolon: SEMICOLON.en,
  colon: COLON.en,
  emptyFiltered: 'No record matches',
  discard: 'Discard',
  discarded: 'Draft discarded',
  homeCounts: 'In this database',
  countFailures: (count) => `${count} failures`,
  countTrains: (count) => `${count} trains`,
  countNodes: (count) => `${count} BOM nodes`,
  countReadings: (count) => `${count} mileage readings`,
  homeLatest: 'Latest failures',
  homeSeeAll: 'See all',
  homeWatch: 'Parts with most failures',
  homeUnassigned: (count) => `${count} failures are not assigned to a BOM node yet`,
  failuresWord: 'failures',
  rateWord: 'FPMK',
  noteOffline: 'Offline is normal: reporting, tables and figures need no network.',
}
