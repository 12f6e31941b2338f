/** A small import: one train, a node with a child, and some failures with what hangs on them. */
import type { ImportPlan } from '../../src/domain/importPlan'
import { newId } from '../../src/store/newId'

export function aPlan(failures = 3): ImportPlan {
  const [trainId, rootId, nodeId] = [newId(), newId(), newId()]
  const rows = Array.from({ length: failures }, (_, at) => ({
    id: newId(),
    origin: { sheet: 0, row: at + 2 },
    no: `GZ-2016-${String(at + 1).padStart(4, '0')}`,
    occurredAt: `2016-03-${String((at % 28) + 1).padStart(2, '0')}`,
    trainId,
    bomNodeId: nodeId,
    description: `中继阀排风口漏风 ${at}`,
    state: 'CLOSED',
    legacy: true,
  }))
  return {
    files: [{ name: '台账.xlsx', size: 1234, sha256: 'abc' }],
    sheets: [
      {
        file: '台账.xlsx',
        sheet: '2016年',
        kind: 'failure-ledger',
        headerRows: [1],
        rowCount: failures + 1,
        columns: [{ column: 'A', header: '故障编号', field: 'failureNo', confidence: 1 }],
      },
    ],
    rows: [{ sheet: 0, firstRow: 1, cells: JSON.stringify([['故障编号'], ...rows.map(({ no }) => [no])]) }],
    skipped: { total: 1 },
    records: {
      trains: [{ id: trainId, trainNo: '2641', vehicleType: 'CRH380A', serviceDate: '2013-02-02' }],
      bomNodes: [
        { id: rootId, name: '制动控制装置', partNo: 'BK-1200', qty: 8 },
        { id: nodeId, parentId: rootId, name: '中继阀', partNo: 'BK-1210', qty: 1 },
      ],
      failures: rows,
      handlings: rows.map((failure) => ({
        id: newId(),
        failureId: failure.id,
        measure: '更换中继阀',
        method: 'SWAP_NEW',
      })),
    },
  }
}
