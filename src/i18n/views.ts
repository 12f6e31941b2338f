/** Saved views. */
import type { Translation } from './translation'

export const viewsZh = {
  views: '视图',
  viewSave: '保存当前视图…',
  viewManage: '管理视图…',
  viewName: '视图名称',
  viewNameNeeded: '先写名称',
  viewWhat: '保存本页现在的筛选、列、部件、时段和标签页；同一批数据上的人都能打开。',
  viewSaved: (name: string) => `已保存视图“${name}”`,
  viewRemove: (name: string) => `删除视图“${name}”`,
  viewRemoved: (name: string) => `已删除视图“${name}”`,
  viewCopyLink: (name: string) => `复制“${name}”的链接`,
  viewLinkCopied: '链接已复制；在另一台有同样数据的设备上打开就是同一页',
  viewLinkFailed: '浏览器不让复制；地址栏里的就是这个链接',
  viewsNone: '还没有保存的视图',
}

export const viewsEn: Translation<typeof viewsZh> = {
  views: 'Views',
  viewSave: 'Save this view…',
  viewManage: 'Manage views…',
  viewName: 'Name of the view',
  viewNameNeeded: 'Give it a name first',
  viewWhat:
    'Keeps the filters, columns, part, period and tab of this page; whoever works on the same data can open it.',
  viewSaved: (name) => `View “${name}” saved`,
  viewRemove: (name) => `Remove the view “${name}”`,
  viewRemoved: (name) => `View “${name}” removed`,
  viewCopyLink: (name) => `Copy the link of “${name}”`,
  viewLinkCopied: 'Link copied; it opens the same page on another device with the same data',
  viewLinkFailed: 'The browser does not allow copying; the link is what stands in the address bar',
  viewsNone: 'No view saved yet',
}
