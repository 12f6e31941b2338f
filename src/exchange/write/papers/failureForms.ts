/** The three forms GJB 841 names: failure report, failure analysis report, corrective action report. */
import type { Json } from '../../../domain/records/field'
import { everyWhy, readWhyTree, type WhyNode } from '../../../domain/whyTree'
import { inForce, type CaseFile } from '../../../domain/workflow/caseFile'
import { fieldTable } from './fieldTable'
import type { Paper, PaperSection } from './paper'
import type { PaperWords } from './paperWords'

export const FAILURE_FORMS = ['report', 'analysis', 'action'] as const
export type FailureForm = (typeof FAILURE_FORMS)[number]

export function failureForm(form: FailureForm, file: CaseFile, words: PaperWords): Paper {
  const { t } = words
  const parts = { report: failureReport, analysis: analysisReport, action: actionReport }[form](file, words)
  return {
    subtitle: t.paperGjb(form),
    no: file.failure.no ?? '',
    title: t.paperForm(form),
    ...parts,
    sections: [identityOf(file, words), ...parts.sections],
  }
}

type FormParts = Pick<Paper, 'sections' | 'signatures'>

const identityOf = ({ failure }: CaseFile, words: PaperWords): PaperSection => ({
  heading: words.t.paperIdentity,
  facts: words.facts('failures', failure, [
    'no',
    'title',
    'occurredAt',
    'trainId',
    'carNo',
    'bomNodeId',
    'reportedSerial',
    'odometerKm',
  ]),
})

function failureReport(file: CaseFile, words: PaperWords): FormParts {
  const { t } = words
  const { failure } = file
  return {
    sections: [
      {
        heading: t.paperOccurrence,
        facts: words.facts('failures', failure, [
          'symptomCode',
          'description',
          'faultCode',
          'detectionPhase',
          'detectionMethod',
          'operatingMode',
          'environment',
          'operatingH',
          'qty',
        ]),
      },
      {
        heading: t.paperImpact,
        facts: words.facts('failures', failure, [
          'serviceImpact',
          'delayMin',
          'severity',
          'faultLevel',
          'safetyEvent',
          'verified',
        ]),
      },
      ...file.handlings.map((handling, at): PaperSection => ({
        heading: `${t.tabHandling} ${at + 1}`,
        facts: words.facts('handlings', handling, [
          'startAt',
          'endAt',
          'handler',
          'method',
          'measure',
          'result',
          'prelimCause',
          'repairH',
          'functionTestOk',
        ]),
      })),
      replacements(file, words),
    ],
    signatures: [t.paperSignReporter, t.paperSignCustomer, t.paperSignAccepted],
  }
}

function analysisReport(file: CaseFile, words: PaperWords): FormParts {
  const { t } = words
  const { failure } = file
  const { analyses } = inForce(file)
  return {
    sections: [
      {
        heading: t.groupJudgement,
        facts: words.facts('failures', failure, [
          'actualNodeId',
          'actualSerial',
          'verified',
          'relevance',
          'relevanceReason',
          'chargeable',
          'responsibleText',
          'failureClass',
          'recurrence',
        ]),
      },
      ...analyses.flatMap((analysis): PaperSection[] => [
        {
          heading: t.cause,
          facts: words.facts('rootCauseAnalyses', analysis, [
            'failureMode',
            'mechanism',
            'rootCauseCat',
            'rootCauseText',
            'escapePoint',
            'reproduced',
            'notReproducedWhy',
            'benchFinding',
            'labReportNo',
            'confidence',
          ]),
        },
        { heading: t.whyTreeOccur, lines: whyLines(readWhyTree(analysis.occurWhy as Json | undefined), words) },
        { heading: t.whyTreeEscape, lines: whyLines(readWhyTree(analysis.escapeWhy as Json | undefined), words) },
        {
          heading: t.paperSignatures,
          facts: words.facts('rootCauseAnalyses', analysis, ['author', 'reviewer', 'approvedAt', 'version']),
        },
      ]),
      ...(analyses.length === 0 ? [{ heading: t.cause, none: t.analysisNone }] : []),
    ],
    signatures: [t.paperSignAuthor, t.paperSignReviewer, t.paperSignBoard],
  }
}

function actionReport(file: CaseFile, words: PaperWords): FormParts {
  const { t } = words
  const { failure } = file
  const { actions, verifications, analyses } = inForce(file)
  return {
    sections: [
      {
        heading: t.cause,
        lines: analyses.flatMap(({ rootCauseText }) => rootCauseText ?? []),
        none: t.analysisNone,
      },
      ...actions.map((action, at): PaperSection => ({
        heading: `${t.action} ${at + 1}`,
        facts: words.facts('correctiveActions', action, [
          'type',
          'description',
          'owner',
          'department',
          'dueAt',
          'doneAt',
          'changeDocNo',
          'effKind',
          'effValue',
          'effectiveAt',
          'scopeUnits',
          'doneUnits',
          'criteria',
          'evidence',
        ]),
      })),
      ...(actions.length === 0 ? [{ heading: t.action, none: t.actionsNone }] : []),
      ...verifications.map((verification): PaperSection => ({
        heading: t.verifications,
        facts: words.facts('effectVerifications', verification, [
          'method',
          'windowStart',
          'windowEnd',
          'trains',
          'exposureKm',
          'beforeFpmk',
          'afterFpmk',
          'result',
          'verifier',
          'decision',
        ]),
      })),
      { heading: t.paperClosing, facts: words.facts('failures', failure, ['closeCode', 'closedAt', 'closedBy']) },
    ],
    signatures: [t.paperSignOwner, t.paperSignVerifier, t.paperSignBoard],
  }
}

export function replacements({ replacements: lines }: Pick<CaseFile, 'replacements'>, words: PaperWords): PaperSection {
  const fields = [
    ['at', 16],
    ['position', 14],
    ['removedSerial', 16],
    ['installedSerial', 16],
    ['reason', 12],
    ['removedDisposition', 14],
    ['tagNo', 10],
  ] as const
  return {
    heading: words.t.tabReplacements,
    none: words.t.replacementNone,
    table: fieldTable(words, 'replacements', fields, lines),
  }
}

/** A why-tree as indented lines, each with its verdict and evidence. */
export function whyLines(nodes: readonly WhyNode[], words: PaperWords, depth = 0): readonly string[] {
  const { t } = words
  if (everyWhy(nodes).length === 0) return []
  return nodes.flatMap(({ answer, verdict, evidence, causes }) => {
    const proof = evidence === '' ? '' : `${t.semicolon}${t.whyEvidence}${t.colon}${evidence}`
    return [
      `${'　'.repeat(depth)}${depth + 1}. ${answer}（${t.whyVerdict(verdict)}${proof}）`,
      ...whyLines(causes, words, depth + 1),
    ]
  })
}
