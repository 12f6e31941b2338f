import { describe, expect, test } from 'vitest'
import { nearestWords, SURE_ENOUGH } from '../../../../src/exchange/plan/review/nearestWord'

const labelled = (...labels: readonly string[]) => labels.map((label) => ({ label }))
const DEPOTS = labelled('柳河机务段', '北岭机务段', '宁川机务段', '上海动车段', '广州动车段', '武汉动车段')
/** Nodes of the product structure of the public fleet, with others that end alike. */
const PARTS = [
  '中继阀 防滑阀 EP电磁阀 停放脉冲电磁阀 温控阀 电源板 主控板 通信板 防滑控制板',
  '停放制动缸 夹钳制动缸 停放制动系统 双塔干燥器 司机制动控制器 踏面清扫装置 压力开关 压力传感器',
].flatMap((names) => labelled(...names.split(' ')))

describe('a proposal', () => {
  test.each([
    ['防滑板', '防滑控制板'],
    ['停放缸', '停放制动缸'],
    ['停放电磁阀', '停放脉冲电磁阀'],
    ['EP阀', 'EP电磁阀'],
    ['司控器', '司机制动控制器'],
  ])('of a short form, %s for %s, is beyond doubt', (short, whole) => {
    const nearest = nearestWords(PARTS)(short)
    expect(nearest?.choice.label).toBe(whole)
    expect(nearest?.likeness).toBeGreaterThanOrEqual(SURE_ENOUGH)
  })

  test.each(['空气干燥器', 'CPU板', '网关板', '充排风电磁阀', '电源板/EBCU', '压力开关/EBCU'])(
    'for %s, which is something else or two things, is none beyond doubt',
    (word) => {
      expect(nearestWords(PARTS)(word)?.likeness ?? 0).toBeLessThan(SURE_ENOUGH)
    },
  )

  test('does not rest on the ending that places of a kind share', () => {
    const nearest = nearestWords(DEPOTS)
    for (const other of ['柳林机务段', '杭州动车段', '成都动车段', '岭南机务段']) expect(nearest(other)).toBeNull()
    expect(nearest('上海动车所')?.choice.label).toBe('上海动车段')
    expect(nearest('上海动车断')?.choice.label).toBe('上海动车段')
  })

  test('is compared with the name, not with the number beside it', () => {
    const nearest = nearestWords([{ label: '防滑控制板 BK-1130', words: '防滑控制板' }])
    expect(nearest('防滑板')?.choice.label).toBe('防滑控制板 BK-1130')
  })
})
