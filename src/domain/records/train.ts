import type { CompanyValues } from './companyField'
import { defineRecord } from './defineRecord'
import { choice, choices, date, number, ref, text, type RecordOf } from './field'

/** A trainset or locomotive. `trainNo` keeps its leading zeros; the type stands in `vehicleType`. */
export const trainFields = {
  trainNo: text('列车号/车组号', 'Train no.', 'save'),
  operatorId: ref('parties', '运用单位', 'Operator'),
  lineId: ref('parties', '线路', 'Line'),
  depotId: ref('parties', '配属段/车辆段', 'Home depot'),
  depotSince: date('配属自', 'At this depot since'),
  vehicleType: text('车型', 'Vehicle type', 'save'),
  formation: text('编组', 'Formation'),
  carsPerTrain: number('编组辆数', 'Cars per train', undefined, undefined, { least: 1, most: 64, whole: true }),
  projectNo: text('项目号', 'Project no.'),
  deliveryDate: date('交付日期', 'Delivered'),
  serviceDate: date('上线日期', 'In service since'),
  retiredOn: date('退役日期', 'Retired on'),
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
  aliases: text('曾用车号', 'Former numbers'),
  otherCars: text('车厢的其他写法', 'Other spellings of cars', 'calculated'),
  mergedInto: ref('trains', '并入', 'Merged into', 'calculated'),
} as const

export const trainRecord = defineRecord({
  zh: '列车',
  en: 'Trains',
  fields: trainFields,
  naturalKey: ['vehicleType', 'trainNo'],
  figures: ['vehicleType', 'depotId', 'serviceDate', 'retiredOn'],
  spans: [['serviceDate', 'retiredOn']],
  touches: 'reference',
})

export type Train = RecordOf<typeof trainFields> & CompanyValues
