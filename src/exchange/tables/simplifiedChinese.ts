/** Headers of Hong Kong and Taiwan in the characters the lists of words are written in. */

/** Traditional characters of railway, ledger and repair words, each before its simplified form. */
const PAIRS =
  '號号編编發发車车現现線线單单廠厂間间時时類类處处據据數数圖图級级責责換换機机關关閉闭環环備备註注狀状態态運运營营統统產产' +
  '裡里裏里區区隊队組组節节廂厢軸轴閥阀壓压縮缩電电氣气檢检測测維维護护術术結结論论報报項项層层稱称規规範范質质損损壞坏異异' +
  '響响動动製制裝装設设與与無无領领輛辆軌轨鐵铁來来進进從从後后對对應应實实際际請请預预計计劃划經经過过錄录記记總总聯联繫系' +
  '說说認认證证審审監监護护點点種种業业務务價价費费損损漏漏為为標标準准廳厅歷历歸归屬属險险驗验復复覆复舊旧專专選选擇择擔担當当'

const SIMPLE = new Map<string, string>()
for (let at = 0; at + 1 < PAIRS.length; at += 2) SIMPLE.set(PAIRS.charAt(at), PAIRS.charAt(at + 1))
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'gu')

export const simplified = (text: string): string => text.replace(TRADITIONAL, (sign) => SIMPLE.get(sign) ?? sign)
