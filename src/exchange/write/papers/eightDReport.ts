/** The 8D report of a problem: one section a discipline, from the records each rests on, with who signed it. */
import type { Json } from '../../../domain/records/field'
import type { StoredRecord } from '../../../domain/records/tables'
import { isIsNotRows } from '../../../domain/isIsNot'
import { readFishbone } from '../../../domain/fishbone'
import { meetingsOf, outcomeOf } from '../../../domain/workflow/boardMeetings'
import { readWhyTree } from '../../../domain/whyTree'
import { linesOf, signOffsOf, STEPS, type Step } from '../../../domain/workflow/problemSteps'
import { formatMoment } from '../../../i18n/format'
import { whyLines } from './failureForms'
import { fieldTable } from './fieldTable'
import type { Paper, PaperSection, PaperTable } from './paper'
import type { PaperWords } from './paperWords'

export interface EightDFile {
  readonly problem: StoredRecord<'problems'>
  readonly failures: readonly StoredRecord<'failures'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
}

type Part = Omit<PaperSection, 'heading'>

export function eightDReport(file: EightDFile, words: PaperWords): Paper {
  const { t } = words
  const { problem } = file
  const parts = partsOfSteps(file, words)
  return {
    title: t.paperEightD,
    subtitle: `${problem.no ?? ''} ${problem.title ?? ''}`,
    no: problem.no ?? '',
    sections: [
      ...STEPS.flatMap((step): PaperSection[] => {
        const heading = `${step} ${t.eightD(step)}　[${signatureOf(problem, step, words)}]`
        const [first = { none: t.paperNothing }, ...rest] = parts[step].filter(isFilled)
        return [{ heading, ...first }, ...rest.map((part) => ({ heading: '', ...part }))]
      }),
      ...meetings(problem, words),
    ],
    signatures: [t.paperSignLeader, t.paperSignQuality, t.paperSignBoard],
  }
}

const isFilled = ({ facts, lines, table }: Part): boolean =>
  (facts?.some(([, value]) => value !== '') ?? false) || (lines?.length ?? 0) > 0 || (table?.rows.length ?? 0) > 0

function signatureOf(problem: StoredRecord<'problems'>, step: Step, { t }: PaperWords): string {
  const last = signOffsOf(problem).findLast((known) => known.step === step)
  if (last === undefined) return t.stepUnsigned
  return last.result === 'approved'
    ? t.stepSigned(last.by, formatMoment(last.at))
    : t.stepRejected(last.by, formatMoment(last.at), last.comment)
}

/** What each discipline rests on. */
function partsOfSteps(
  { problem, failures, analyses, actions, verifications }: EightDFile,
  words: PaperWords,
): Readonly<Record<Step, readonly Part[]>> {
  const actionsOf = (types: readonly string[], ...columns: readonly (readonly [string, number])[]): Part => {
    const ofType = actions.filter(({ type, state }) => types.includes(type ?? '') && state !== 'cancelled')
    return { table: fieldTable(words, 'correctiveActions', columns, ofType) }
  }
  const list = (field: 'team' | 'similarProducts'): readonly string[] => linesOf(problem[field] as Json | undefined)
  return {
    D0: [
      { facts: words.facts('problems', problem, ['no', 'title', 'bomNodeId', 'symptomCode', 'severityMax']) },
      actionsOf(['D0'], ['description', 60], ['owner', 12], ['doneAt', 16]),
    ],
    D1: [{ lines: list('team') }],
    D2: [
      { facts: words.facts('problems', problem, ['quantified']) },
      { table: isIsNotTable(problem, words) },
      { table: fieldTable(words, 'failures', FAILURE_COLUMNS, failures) },
    ],
    D3: [actionsOf(['CONT'], ['description', 50], ['owner', 12], ['containmentEffPct', 12], ['containmentUntil', 12])],
    D4: analyses.flatMap((analysis) => causesOf(analysis, words)),
    D5: [actionsOf(['PERM', 'SUPP'], ['description', 50], ['owner', 12], ['dueAt', 12], ['criteria', 24])],
    D6: [
      actionsOf(
        ['PERM', 'SUPP', 'RETRO'],
        ['description', 40],
        ['doneAt', 16],
        ['changeDocNo', 14],
        ['effectiveAt', 12],
        ['doneUnits', 10],
        ['scopeUnits', 10],
      ),
      ...verifications.map((verification) => ({
        facts: words.facts('effectVerifications', verification, VERIFICATION_FIELDS),
      })),
    ],
    D7: [
      { lines: list('similarProducts') },
      actionsOf(['PREV', 'HORIZ', 'DOC'], ['description', 60], ['owner', 12], ['doneAt', 16]),
    ],
    D8: [{ facts: words.facts('problems', problem, ['noLessonReason']) }],
  }
}

function isIsNotTable({ isIsNot }: StoredRecord<'problems'>, { t }: PaperWords): PaperTable {
  return {
    columns: [
      { label: t.isIsNotQuestion, width: 12 },
      { label: t.isIsNotColumn('is'), width: 36 },
      { label: t.isIsNotColumn('isNot'), width: 36 },
      { label: t.isIsNotColumn('distinction'), width: 30 },
    ],
    rows: isIsNotRows(isIsNot).map((row) => [t.isIsNotAbout(row.about), row.is, row.isNot, row.distinction]),
  }
}

const FAILURE_COLUMNS = [
  ['no', 18],
  ['occurredAt', 16],
  ['trainId', 16],
  ['description', 60],
] as const
const ANALYSIS_FIELDS: readonly string[] = [
  'rootCauseCat',
  'rootCauseText',
  'failureMode',
  'mechanism',
  'escapePoint',
  'reproduced',
  'benchFinding',
  'labReportNo',
  'confidence',
  'author',
  'reviewer',
  'approvedAt',
]
const VERIFICATION_FIELDS: readonly string[] = [
  'method',
  'windowStart',
  'windowEnd',
  'exposureKm',
  'beforeFpmk',
  'afterFpmk',
  'result',
  'verifier',
  'decision',
]

/** What an analysis found, its whys and its fishbone. */
function causesOf(analysis: StoredRecord<'rootCauseAnalyses'>, words: PaperWords): readonly Part[] {
  const { t } = words
  return [
    { facts: words.facts('rootCauseAnalyses', analysis, ANALYSIS_FIELDS) },
    {
      lines: [
        ...whyLines(readWhyTree(analysis.occurWhy as Json | undefined), words),
        ...whyLines(readWhyTree(analysis.escapeWhy as Json | undefined), words),
      ],
    },
    {
      lines: readFishbone(analysis.fishbone as Json | undefined).map(({ branch, text, verdict, evidence }) => {
        const judged = `${t.whyVerdict(verdict)}${evidence === '' ? '' : `${t.semicolon}${evidence}`}`
        return `${t.fishBranch(branch)}${t.colon}${text}（${judged}）`
      }),
    },
  ]
}

function meetings(problem: StoredRecord<'problems'>, { t }: PaperWords): readonly PaperSection[] {
  return meetingsOf(problem).map((meeting) => ({
    heading: `${t.boardMeetings}　${formatMoment(meeting.at)}　[${t.boardOutcome(outcomeOf(meeting))}]`,
    lines: [
      meeting.question,
      ...(meeting.minutes === '' ? [] : [meeting.minutes]),
      ...meeting.members.map((name) => {
        const own = meeting.signs.find(({ by }) => by === name)
        const said =
          own === undefined
            ? t.stepUnsigned
            : own.result === 'approved'
              ? `✓ ${formatMoment(own.at)}`
              : `✕ ${formatMoment(own.at)} ${own.why}`
        return `${name}${t.colon}${said}`
      }),
    ],
  }))
}
