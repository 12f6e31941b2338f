/** What one cell alone looks like. A column is known by how many of its cells look like what. */
import { plainText } from '../../../domain/plainText'
import {
  CAUSE_WORDS,
  IMPACT_WORDS,
  METHOD_WORDS,
  PHASE_WORDS,
  RESULT_WORDS,
  type CodeWords,
} from '../../cells/codeWords'
import { readClosedState } from '../../cells/readClosedState'
import { readCode, type CodedField } from '../../cells/readCodeByField'
import { readDate } from '../../cells/readDate'
import { readSeverity } from '../../cells/readSeverity'
import { readTime } from '../../cells/readTime'
import { readTrainNo } from '../../cells/readTrainNo'
import { readYesNo } from '../../cells/readYesNo'
import { anyOf } from '../../cells/joinedPatterns'
import type { KnownNames } from './knownNames'
import * as words from './phraseWords'

export type CellTrait = keyof typeof TESTS

type Test = (text: string, plain: string, known: KnownNames) => boolean

const LONGEST_WORD = 12
const NUMBER = /^[+-]?\d[\d,']*(?:\.\d+)?$/
const DATED = /(?:19|20)\d{2}\s*[.\-/年]\s*\d|^\d{2}\s*[.\-/年]\s*\d{1,2}\s*[.\-/月]\s*\d{1,2}/
const NAMED_MONTH = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*.*(?:19|20)\d{2}/i
const COMPACT_DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const NUMBERED_YEAR = /^[A-Z\u4e00-\u9fff]{0,8}[-_/№#]?(?:19|20)\d{2}[-_/]?\d{3,5}$/i
const SERIAL = /^[A-Z]{1,4}[-/]?\d{2,6}[-/]?[A-Z\d]{2,8}$|^\d{8,14}$|^[A-Z]{2,4}\d{5,}$/i
const PART_NUMBER = /^[A-Z]{1,5}[-.\s]?\d{3,6}(?:[-.][A-Z\d]{1,4})?$/i
/** Frequent family names, without those that begin many a word. */
const FAMILY =
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严魏姜谢邹苏潘范彭鲁马任袁唐罗薛贺倪汤郝毕邓胡徐黄林郭梁宋刘曾萧田董程余叶杜戴夏钟汪姚谭廖陆侯邵孟雷史陶黎顾龚乔赖'
const PERSON = new RegExp(
  String.raw`^(?:[\u4e00-\u9fff]{1,2}工|[A-Z]\.\s?[A-Z][a-z]+|[${FAMILY}][\u4e00-\u9fff]{1,2})(?:[\s/,，、(（].{0,20})?$`,
  'u',
)
const ORGANISATION = anyOf(
  /(?:公司|集团|厂|厂家|研究院|股份|制动|阀业|传感|电气|电子|机电|科技|技术|压缩机|供方|供应商|主机厂|用户|客户)$/i,
  /(?:ltd\.?|inc\.?|gmbh|supplier|customer|manufacturer)$/i,
)

const isWord = (text: string): boolean => text.length <= LONGEST_WORD * 3
const listed = (lists: CodeWords): ReadonlySet<string> => new Set(Object.values(lists).flat().map(plainText))
const coded = (field: CodedField, lists: CodeWords): Test => {
  const whole = listed(lists)
  return (text, plain) =>
    whole.has(plain) ||
    (plain.length <= LONGEST_WORD * 2 &&
      isWord(text) &&
      readCode(field, text) !== undefined &&
      !/[，。；,;]/.test(text))
}
const isDate = (text: string): boolean =>
  (DATED.test(text) || NAMED_MONTH.test(text) || COMPACT_DAY.test(text) || isSerialDay(text)) &&
  readDate(text, () => null).value !== undefined
const isSerialDay = (text: string): boolean => /^(?:3[6-9]|4[0-7])\d{3}(?:\.\d+)?$/.test(text)
const numberOf = (text: string): number => Number(text.replace(/[,']/g, ''))

function isTyped(text: string): boolean {
  const { trainNo, vehicleType } = readTrainNo(text, '')
  return trainNo !== undefined && vehicleType !== undefined && /^(?:CRH|CR|HXD|HXN|SS|DF)\d/i.test(vehicleType)
}

const isType = (text: string): boolean =>
  /^(?:CRH|CR|HXD|HXN|SS|DF|FXD|BR|ICE|EMU|Class\s?)\d{1,3}[A-Z]{0,3}$/i.test(text) || /^[A-Z]型车?$/.test(text)

const TESTS = {
  number: (text) => NUMBER.test(text),
  fraction: (text) => NUMBER.test(text) && text.includes('.'),
  large: (text) => NUMBER.test(text) && numberOf(text) >= 1000,
  small: (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 16,
  date: isDate,
  month: (text) => isDate(text) && /^\d{4}-\d{2}$/.test(readDate(text, () => null).value ?? ''),
  clock: (text) => isDate(text) && (readDate(text, () => null).value ?? '').includes('T'),
  time: (text) => readTime(text) !== null && !NUMBER.test(text),
  trainKnown: (text, _, { trains }) => trains.size > 0 && trains.has(readTrainNo(text, '').trainNo ?? ''),
  trainShape: (text) => /^#?\d{3,5}#?(?:号?车?组|列|次|车)?$/.test(text) || isTyped(text),
  trainTyped: isTyped,
  typeKnown: (_, plain, { vehicleTypes }) => vehicleTypes.has(plain),
  typeShape: isType,
  operatorKnown: (_, plain, { operators }) => operators.has(plain),
  operatorShape: (text) => isWord(text) && /(?:局|路局|集团|地铁|轨道|railways?|rail|metro|transit)$/i.test(text),
  depotKnown: (_, plain, { depots }) => depots.has(plain),
  depotShape: (text) =>
    isWord(text) && /(?:动车段|车辆段|机务段|动车所|运用所|检修段|车间|基地|停车场|depot|workshop)$/i.test(text),
  lineKnown: (_, plain, { lines }) => lines.has(plain),
  lineShape: (text) => isWord(text) && (/(?:线|高铁|客专|城际|干线)$/.test(text) || /^line\s?\w{1,3}$/i.test(text)),
  systemKnown: (_, plain, { systems }) => systems.has(plain),
  systemShape: (text) => isWord(text) && /(?:系统|装置|system)$/i.test(text),
  partKnown: (_, plain, { parts }) => parts.has(plain),
  partShape: (text) => isWord(text) && words.PART_NAME.test(text),
  partNumberKnown: (_, plain, { partNumbers }) => partNumbers.has(plain),
  partNumberShape: (text) => PART_NUMBER.test(text),
  serialShape: (text) => text.length >= 7 && SERIAL.test(text) && !NUMBERED_YEAR.test(text) && !isType(text),
  numberedYear: (text) => NUMBERED_YEAR.test(text) && !isDate(text),
  person: (text) => PERSON.test(text),
  organisation: (text, plain, { suppliers }) => suppliers.has(plain) || (isWord(text) && ORGANISATION.test(text)),
  impact: coded('impact', IMPACT_WORDS),
  phase: coded('phase', PHASE_WORDS),
  method: coded('method', METHOD_WORDS),
  causeCategory: coded('causeCategory', CAUSE_WORDS),
  result: coded('result', RESULT_WORDS),
  closing: (text) => readClosedState(text) !== undefined && readYesNo(text) === undefined && !/^\d/.test(text),
  yesNo: (text) => readYesNo(text) !== undefined && !/^\d$/.test(text),
  grade: (text) =>
    !/^\d$/.test(text) &&
    (readSeverity(text).severity !== undefined || readSeverity(text).issue === 'severity-conflict'),
  gradeDigit: (text) => /^[1-4]$/.test(text),
  letterGrade: (text) => /^[A-D][类级]?$/.test(text.normalize('NFKC')),
  distance: (text) =>
    /^[约近]?\s*\d[\d.,]*\s*(?:万|千)?\s*(?:公里|千米|km|英里|mi|miles)\s*$|^[约近]?\s*[\d.]+\s*万$/i.test(text),
  minutes: (text) => /^\d{1,3}\s*(?:分钟?|min(?:utes)?)$/i.test(text),
  pieces: (text) => /^\d{1,2}\s*(?:件|个|台|套|只|块|片|pcs?|pieces)/i.test(text),
  car: (text) => /^(?:第|car\s?)?\d{1,2}(?:号?车(?:厢)?)?$/i.test(text) && !/^\d$/.test(text),
  carWord: (text) => /^(?:第|car\s?|coach\s?)\d{1,2}(?:号?车(?:厢)?)?$|^\d{1,2}号?车(?:厢)?$/i.test(text),
  cars: (text) => /^\d{1,2}\s*(?:辆|节|编组|节编组|辆编组|cars)$/i.test(text),
  dotted: (text) => /^\d{1,2}(?:[.-]\d{1,2}){1,5}$/.test(text),
  levelWord: (text) => /^[一二三四五六1-6]级$|^level\s?\d$/i.test(text),
  code: (text) => /^(?:[A-Z]{0,2}\d{3,5}|0x[\da-f]+)$/i.test(text),
  phrase: (text) => (/[\u4e00-\u9fff]/.test(text) ? text.length >= 5 : text.split(/\s+/).length >= 3) && !isDate(text),
  symptomWords: (text) => words.SYMPTOM.test(text),
  measureWords: (text) => words.MEASURE.test(text),
  causeWords: (text) => words.CAUSE.test(text) && !words.MEASURE.test(text),
  actionWords: (text) => words.ACTION.test(text),
} satisfies Record<string, Test>

const ENTRIES = Object.entries(TESTS) as [CellTrait, Test][]

/** Everything a cell looks like. */
export function traitsOfCell(text: string, known: KnownNames): readonly CellTrait[] {
  const plain = plainText(text)
  return ENTRIES.flatMap(([trait, test]) => (test(text, plain, known) ? [trait] : []))
}
