/** At which part failures count, in the words of scope bars, pages and workbooks. */
import type { PartBasis } from '../metrics/partBasis'
import type { Translation } from './translation'

export const partBasisZh = {
  partBasis: '部件口径',
  partBasisName: (basis: PartBasis) => (basis === 'reported' ? '按报告部件' : '按分析确认部件'),
  partBasisWhy: (basis: PartBasis) =>
    basis === 'reported'
      ? '故障计在报告时填写的故障部位上，不看分析结论。'
      : '故障计在分析确认的实际故障部位上；分析尚未确认前，计在报告的故障部位上。',
}

export const partBasisEn: Translation<typeof partBasisZh> = {
  partBasis: 'Part counted',
  partBasisName: (basis) => (basis === 'reported' ? 'Part as reported' : 'Part as analysed'),
  partBasisWhy: (basis) =>
    basis === 'reported'
      ? 'A failure counts at the part named in the report, whatever the analysis found.'
      : 'A failure counts at the part that the analysis found to have failed; until it names one, at the part reported.',
}
