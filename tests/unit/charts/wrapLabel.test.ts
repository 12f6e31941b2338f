import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf } from '../../../src/charts/fileNameOf'
import { wrapLabel, wrapText } from '../../../src/charts/wrapLabel'

const letters = (text: string): number => [...text].length

test('Chinese breaks anywhere, other words only between them', () => {
  expect(wrapText('电子制动控制装置', 4, letters)).toEqual(['电子制动', '控制装置'])
  expect(wrapText('magnetic valve', 9, letters)).toEqual(['magnetic', 'valve'])
  expect(wrapText('EP2002阀', 6, letters)).toEqual(['EP2002', '阀'])
})

test('a word wider than the line is cut, nothing else is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('阀', '制', 'a', 'W', ' ', '-', '3') }),
      fc.integer({ min: 1, max: 12 }),
      (text, width) => {
        const lines = wrapText(text, width, letters)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lines.every((line) => letters(line) <= width)).toBe(true)
      },
    ),
  )
})

test('a label too long for its lines ends in an ellipsis', () => {
  expect(wrapLabel('制动控制单元电源板', 4, 2)).toEqual(['制动控制', '单元电…'])
  expect(wrapLabel('中继阀', 4, 2)).toEqual(['中继阀'])
})

test('a title makes a file name for every system', () => {
  expect(fileNameOf('转向架 / 制动: "故障"?', 'png')).toBe('转向架 制动 故障.png')
  expect(fileNameOf('...', 'svg')).toBe('chart.svg')
})
