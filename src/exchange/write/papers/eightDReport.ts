/** The 8D report of a problem: one section a discipline, from the records each rests on, with who signed it. */
import type { Json } from '../../../domain/records/field'
import type { StoredRecord } from '../../../domain/records/tables'
import { readFishbone } from '../../../domain/fishbone'
import { meetingsOf, outcomeOf } from '../../../domain/workflow/boardMeetings'
import { readWhyTree } from '../../../domain/whyTree'
import { linesOf, signOffsOf, STEPS, type Step } from '../../../domain/workflow/problemSteps'
import { formatMoment } from '../../../i18n/format'
import { whyLines } from './failureForms'
import type { Paper, PaperSection } from './paper'
import type { PaperWords } from './paperWords'

export interface EightDFile {
  readonly problem: StoredRecord<'problems'>
  readonly failures: readonly StoredRecord<'failures'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
}

export function eightDReport(
  { problem, failures, analyses, actions, verifications }: EightDFile,
  words: PaperWords,
): Paper {
  const { t } = words
  const ofType = (...types: readonly string[]): readonly StoredRecord<'correctiveActions'>[] =>
    actions.filter(({ type, state }) => types.includes(type ?? '') && state !== 'cancelled')
  const actionTable = (
    records: readonly StoredRecord<'correctiveActions'>[],
    fields: readonly (readonly [string, number])[],
  ) => ({
    columns: fields.map(([field, width]) => ({ label: words.labelOf('correctiveActions', field), width })),
    rows: records.map((action) => fields.map(([field]) => words.valueOf('correctiveActions', field, action))),
  })
  const list = (field: 'team' | 'isIsNot' | 'similarProducts'): readonly string[] =>
    linesOf(problem[field] as Json | undefined)
  const parts: Readonly<Record<Step, readonly Omit<PaperSection, 'heading'>[]>> = {
    D0: [
      { facts: words.facts('problems', problem, ['no', 'title', 'bomNodeId', 'symptomCode', 'severityMax']) },
      {
        table: actionTable(ofType('D0'), [
          ['description', 60],
          ['owner', 12],
          ['doneAt', 16],
        ]),
      },
    ],
    D1: [{ lines: list('team') }],
    D2: [
      { facts: words.facts('problems', problem, ['quantified']), lines: list('isIsNot') },
      {
        table: {
          columns: [
            ['no', 18],
            ['occurredAt', 16],
            ['trainId', 16],
            ['description', 60],
          ].map(([field, width]) => ({ label: words.labelOf('failures', String(field)), width: Number(width) })),
          rows: failures.map((failure) =>
            ['no', 'occurredAt', 'trainId', 'description'].map((field) => words.valueOf('failures', field, failure)),
          ),
        },
      },
    ],
    D3: [
      {
        table: actionTable(ofType('CONT'), [
          ['description', 50],
          ['owner', 12],
          ['containmentEffPct', 12],
          ['containmentUntil', 12],
        ]),
      },
    ],
    D4: analyses.flatMap((analysis) => [
      {
        facts: words.facts('rootCauseAnalyses', analysis, [
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
        ]),
      },
      {
        lines: [
          ...whyLines(readWhyTree(analysis.occurWhy as Json | undefined), words),
          ...whyLines(readWhyTree(analysis.escapeWhy as Json | undefined), words),
        ],
      },
      {
        lines: readFishbone(analysis.fishbone as Json | undefined).map(
          ({ branch, text, verdict, evidence }) =>
            `${t.fishBranch(branch)}${t.colon}${text}（${t.whyVerdict(verdict)}${evidence === '' ? '' : `${t.semicolon}${evidence}`}）`,
        ),
      },
    ]),
    D5: [
      {
        table: actionTable(ofType('PERM', 'SUPP'), [
          ['description', 50],
          ['owner', 12],
          ['dueAt', 12],
          ['criteria', 24],
        ]),
      },
    ],
    D6: [
      {
        table: actionTable(ofType('PERM', 'SUPP', 'RETRO'), [
          ['description', 40],
          ['doneAt', 16],
          ['changeDocNo', 14],
          ['effectiveAt', 12],
          ['doneUnits', 10],
          ['scopeUnits', 10],
        ]),
      },
      ...verifications.map((verification) => ({
        facts: words.facts('effectVerifications', verification, [
          'method',
          'windowStart',
          'windowEnd',
          'exposureKm',
          'beforeFpmk',
          'afterFpmk',
          'result',
          'verifier',
          'decision',
        ]),
      })),
    ],
    D7: [
      { lines: list('similarProducts') },
      {
        table: actionTable(ofType('PREV', 'HORIZ', 'DOC'), [
          ['description', 60],
          ['owner', 12],
          ['doneAt', 16],
        ]),
      },
    ],
    D8: [{ facts: words.facts('problems', problem, ['noLessonReason']) }],
  }
  const signed = signOffsOf(problem)
  const filled = ({ facts, lines, table }: Omit<PaperSection, 'heading'>): boolean =>
    (facts?.some(([, value]) => value !== '') ?? false) || (lines?.length ?? 0) > 0 || (table?.rows.length ?? 0) > 0
  return {
    title: t.paperEightD,
    subtitle: `${problem.no ?? ''} ${problem.title ?? ''}`,
    no: problem.no ?? '',
    sections: [
      ...STEPS.flatMap((step): PaperSection[] => {
        const last = signed.findLast((known) => known.step === step)
        const signature =
          last === undefined
            ? t.stepUnsigned
            : last.result === 'approved'
              ? t.stepSigned(last.by, formatMoment(last.at))
              : t.stepRejected(last.by, formatMoment(last.at), last.comment)
        const shown = parts[step].filter(filled)
        const heading = `${step} ${t.eightD(step)}`
        const [first = { none: t.paperNothing }, ...rest] = shown
        return [{ heading: `${heading}　[${signature}]`, ...first }, ...rest.map((part) => ({ heading: '', ...part }))]
      }),
      ...meetings(problem, words),
    ],
    signatures: [t.paperSignLeader, t.paperSignQuality, t.paperSignBoard],
  }
}

function meetings(problem: StoredRecord<'problems'>, { t }: PaperWords): readonly PaperSection[] {
  return meetingsOf(problem).map((meeting) => ({
    heading: `${t.boardMeetings}　${formatMoment(meeting.at)}　[${t.boardOutcome(outcomeOf(meeting))}]`,
    lines: [
      meeting.question,
      ...(meeting.minutes === '' ? [] : [meeting.minutes]),
      ...meeting.members.map((name) => {
        const own = meeting.signs.find(({ by }) => by === name)
        return `${name}${t.colon}${own === undefined ? t.stepUnsigned : own.result === 'approved' ? `✓ ${formatMoment(own.at)}` : `✕ ${formatMoment(own.at)} ${own.why}`}`
      }),
    ],
  }))
}
