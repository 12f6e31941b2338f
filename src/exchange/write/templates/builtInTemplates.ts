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
    cells: cells(`
          A2 failureNo
          E2 reportingUnit
          B3 node
          F3 nodeSpec
          B4 partNo
          F4 serialNo
          B5 batchNo
          F5 mfgDate
          B6 operator
          F6 place
          B7 vehicleType
          D7 trainNo
          F7 carNo
          H7 position
          B8 installedAt
          F8 odometerKm
          B9 occurredAt
          F9 phase
          B10 severity
          F10 impact
          B11 symptom
          B15 prelimCause
          B18 measure
          B26 result
          F26 isRepaired
          B27 responsible
          F27 isFirst
          B28 reporter
          D28 reportedAt
          B32 symptomCode
          F32 faultCode
          B33 detectionMethod
          F33 operatingMode
          B34 dataDownloaded
          F34 noDataReason
          B35 noReadingReason
          F35 reportedTime
          B36 remark
        `),
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
        columns: columns(`
          A lineNumber
          B failureNo
          C operator
          D depot
          E line
          F vehicleType
          G trainNo
          H carNo
          I odometer10k
          J system
          K node
          L partNo
          M serialNo
          N mfgDate
          O installedAt
          P occurredAt
          Q phase
          R symptom
          S faultCode
          T impact
          U delayMin
          V severity
          W failureClass
          X onMainLine
          Y measure
          Z method
          AA removedSerial
          AB installedSerial
          AC handler
          AD cause
          AE causeCategory
          AF responsible
          AG action
          AH actionDoneAt
          AI closedState
          AJ remark
        `),
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
