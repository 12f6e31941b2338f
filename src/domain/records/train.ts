import { defineRecord } from './defineRecord'
import { choice, choices, date, number, ref, text, type RecordOf } from './field'

/** A trainset or locomotive. `trainNo` keeps its leading zeros; the type stands in `vehicleType`. */
export const trainFields = {
  trainNo: text('列车号/车组号', 'Train no.', 'save'),
  operatorId: ref('parties', '运用单位', 'Operator'),
  lineId: ref('parties', '线路', 'Line'),
  depotId: ref('parties', '配属段/车辆段', 'Home depot'),
  vehicleType: text('车型', 'Vehicle type', 'save'),
  formation: text('编组', 'Formation'),
  carsPerTrain: number('编组辆数', 'Cars per train'),
  projectNo: text('项目号', 'Project no.'),
  deliveryDate: date('交付日期', 'Delivered'),
  serviceDate: date('上线日期', 'In service since'),
  warrantyEnd: date('质保到期', 'Warranty ends'),
  maintLevel: text('当前修程', 'Current overhaul level'),
  lastOverhaulKm: number('上次大修里程', 'Last overhaul at', 'km'),
  lastOverhaulDate: date('上次大修日期', 'Last overhaul on'),
  status: choice(
    choices(
      'service:运用:In service',
      'standby:备用:Standby',
      'maintenance:检修:In maintenance',
      'stopped:停用:Out of use',
      'scrapped:报废:Scrapped',
    ),
    '运用状态',
    'Status',
  ),
} as const

export const trainRecord = defineRecord({
  zh: '列车',
  en: 'Trains',
  fields: trainFields,
  naturalKey: ['vehicleType', 'trainNo'],
  touches: 'reference',
})

export type Train = RecordOf<typeof trainFields>
