/** The three forms GJB 841 names: failure report, failure analysis report, corrective action report. */
import type { Json } from '../../../domain/records/field'
import { everyWhy, readWhyTree, type WhyNode } from '../../../domain/whyTree'
import { inForce, type CaseFile } from '../../../domain/workflow/caseFile'
import type { Paper, PaperSection } from './paper'
import type { PaperWords } from './paperWords'

export const FAILURE_FORMS = ['report', 'analysis', 'action'] as const
export type FailureForm = (typeof FAILURE_FORMS)[number]

export function failureForm(form: FailureForm, file: CaseFile, words: PaperWords): Paper {
  const { t } = words
  const { failure } = file
  const identity: PaperSection = {
    heading: t.paperIdentity,
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
  }
  const paper = { subtitle: t.paperGjb(form), no: failure.no ?? '', title: t.paperForm(form) }
  switch (form) {
    case 'report':
      return {
        ...paper,
        sections: [
          identity,
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
    case 'analysis': {
      const { analyses } = inForce(file)
      return {
        ...paper,
        sections: [
          identity,
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
    case 'action': {
      const { actions, verifications, analyses } = inForce(file)
      return {
        ...paper,
        sections: [
          identity,
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
    table: {
      columns: fields.map(([field, width]) => ({ label: words.labelOf('replacements', field), width })),
      rows: lines.map((line) => fields.map(([field]) => words.valueOf('replacements', field, line))),
    },
  }
}

/** A why-tree as indented lines, each with its verdict and evidence. */
export function whyLines(nodes: readonly WhyNode[], words: PaperWords, depth = 0): readonly string[] {
  return everyWhy(nodes).length === 0
    ? []
    : nodes.flatMap((node) => [
        `${'　'.repeat(depth)}${depth + 1}. ${node.answer}（${words.t.whyVerdict(node.verdict)}${node.evidence === '' ? '' : `${words.t.semicolon}${words.t.whyEvidence}${words.t.colon}${node.evidence}`}）`,
        ...whyLines(node.causes, words, depth + 1),
      ])
}
