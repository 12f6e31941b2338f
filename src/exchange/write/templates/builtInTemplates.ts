/** The forms that come with the program, and which cell of each takes which field. */
import type { BoundCell, TemplateBinding } from './templateBinding'

export type BuiltInTemplate = 'failure-report' | 'analysis-report' | 'corrective-action' | 'ledger' | 'monthly-summary'

/** `B3 node` per line. */
const cells = (text: string): readonly BoundCell[] =>
  text
    .trim()
    .split(/\n\s*/)
    .map((line) => ({ cell: line.split(' ')[0] ?? '', field: line.split(' ')[1] ?? '' }))
const columns = (text: string): readonly { readonly column: string; readonly field: string }[] =>
  cells(text).map(({ cell, field }) => ({ column: cell, field }))

export const BUILT_IN_TEMPLATES: Readonly<Record<BuiltInTemplate, TemplateBinding>> = {
  'failure-report': {
    sheet: '故障报告表',
    cells:
      cells(`A2 failureNo\nE2 reportingUnit\nB3 node\nF3 nodeSpec\nB4 partNo\nF4 serialNo\nB5 batchNo\nF5 mfgDate\nB6 operator\nF6 place\nB7 vehicleType\nD7 trainNo\nF7 carNo\nH7 position\nB8 installedAt\nF8 odometerKm
      B9 occurredAt\nF9 phase\nB10 severity\nF10 impact\nB11 symptom\nB15 prelimCause\nB18 measure\nB26 result\nF26 isRepaired\nB27 responsible\nF27 isFirst\nB28 reporter\nD28 reportedAt`),
    lines: [
      {
        list: 'replacements',
        firstRow: 23,
        preparedRows: 3,
        columns: columns(
          'A lineNumber\nB partName\nC partNo\nD removedSerial\nE installedSerial\nF quantity\nG disposition\nH remark',
        ),
      },
    ],
  },
  'analysis-report': {
    sheet: '故障分析报告表',
    cells: cells(
      'B2 analysisNo\nF2 failureNo\nB3 node\nF3 serialNo\nB4 train\nF4 occurredAt\nB5 verified\nB8 ' +
        'analysisProcess\nB16 failureMode\nF16 mechanism\nB17 causeCategory\nF17 responsible\nB18 cause\nB21 ' +
        'analyst\nD21 analysisReviewer\nH21 analysisApprovedAt',
    ),
    lines: [],
  },
  'corrective-action': {
    sheet: '故障纠正措施报告表',
    cells: cells(
      'B2 actionNo\nF2 failureNo\nB3 node\nF3 responsible\nB4 cause\nB7 action\nB11 actionOwner\nF11 ' +
        'actionDueAt\nB12 actionDoneAt\nF12 actionScope\nB13 actionProgress\nB16 verificationMethod\nF16 ' +
        'verificationResult\nB17 closedState',
    ),
    lines: [],
  },
  ledger: {
    sheet: '售后故障信息台账',
    cells: cells('A1 titleYear\nA2 periodText'),
    lines: [
      {
        list: 'failures',
        firstRow: 5,
        preparedRows: 30,
        columns:
          columns(`A lineNumber\nB failureNo\nC operator\nD depot\nE line\nF vehicleType\nG trainNo\nH carNo\nI odometer10k\nJ system\nK node\nL partNo\nM serialNo\nN mfgDate\nO installedAt\nP occurredAt\nQ phase\nR symptom\nS faultCode
        T impact\nU delayMin\nV severity\nW failureClass\nX onMainLine\nY measure\nZ method\nAA removedSerial\nAB installedSerial\nAC handler\nAD cause\nAE causeCategory\nAF responsible\nAG action\nAH actionDoneAt\nAI closedState\nAJ remark`),
      },
    ],
  },
  'monthly-summary': {
    sheet: '月度质量汇总',
    cells: cells('A1 titleMonth\nA28 conclusion'),
    lines: [
      {
        list: 'vehicleTypes',
        firstRow: 4,
        preparedRows: 8,
        columns: columns(
          'A vehicleType\nB trains\nC km10k\nD failures\nE delays\nF withdrawn\nG fpmk\nH target\nI closed\nJ closureShare',
        ),
      },
      {
        list: 'topNodes',
        firstRow: 16,
        preparedRows: 10,
        columns: columns(
          'A lineNumber\nB node\nC failures\nD share\nE cumulative\nF lastMonth\nG yearOnYear\nH mainCause\nI responsible\nJ actionState',
        ),
      },
    ],
  },
}
