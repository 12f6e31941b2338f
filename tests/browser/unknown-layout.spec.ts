/** A sheet nobody has shown the program is finished by hand: few clicks, and the next of its kind needs none. */
import { expect, test, type Page } from '@playwright/test'
import { utils, write } from 'xlsx'
import { messagesOf } from '../support/messagesOf'
import { countIn } from './pages/database'
import { DataPage } from './pages/DataPage'

const HEADER = ['Vorgang', 'Gemeldet', 'Zug', 'Bauteil', 'Störungsbild', 'Abhilfe', 'Kollege']
const REPORTS: readonly (readonly string[])[] = [
  ['Ventilblock Süd', 'Druck sinkt im Stand', 'Dichtung getauscht', 'H. Meier'],
  ['Rechner Bugseite', 'Anzeige bleibt dunkel', 'Stecker gesetzt', 'A. Kurz'],
  ['Rechner Bugseite', 'Meldung kommt und geht', 'Karte getauscht', 'H. Meier'],
  ['Kolben Heckseite', 'Klemmt bei Kälte', 'Gefettet', 'T. Lang'],
]

/** Rows that tell something else in every file. */
function log(from: number): Buffer {
  const rows = Array.from({ length: 16 }, (_, at) => {
    const [part, symptom, measure, person] = REPORTS[at % REPORTS.length]!
    const day = `${2019 + (from > 0 ? 1 : 0)}-0${1 + Math.floor(at / 4)}-${10 + at}`
    return [`V${700 + from + at}`, day, String(4711 + (at % 5)), part, `${symptom} (${from + at})`, measure, person]
  })
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...rows]), 'Liste')
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('.drop input[type=file]')
    .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
}

test('an unknown layout is finished in at most ten clicks, and is known the next time', async ({ page }) => {
  const t = messagesOf('zh')
  const data = new DataPage(page, 'zh')
  await data.open()
  await choose(page, 'liste-1.xlsx', log(0))
  await data.previewShown()

  let clicks = 0
  const card = data.sheet('Liste')
  await page.locator('.unused-sheets summary').click()
  await card.getByRole('combobox', { name: t.importKind }).selectOption('failure-ledger')
  clicks += 2
  await data.previewShown()
  // Every column shows what stands in it, so that a person can say what it is.
  await expect(card.getByRole('row').filter({ hasText: 'Störungsbild' })).toContainText('Druck sinkt im Stand')
  for (const [header, field] of [
    ['Vorgang', 'failureNo'],
    ['Gemeldet', 'occurredAt'],
    ['Zug', 'trainNo'],
    ['Bauteil', 'node'],
    ['Störungsbild', 'symptom'],
    ['Abhilfe', 'measure'],
  ] as const) {
    const choice = card.getByRole('combobox', { name: header, exact: true })
    if ((await choice.inputValue()) === field) continue
    await choice.selectOption(field)
    clicks += 1
    await data.previewShown()
  }
  expect(clicks).toBeLessThanOrEqual(10)
  await expect(card.getByText(t.importRecords('16'))).toBeVisible()
  await data.commit()
  expect(await countIn(page, 'failures')).toBe(16)

  await data.open()
  await choose(page, 'liste-2.xlsx', log(100))
  await data.previewShown()
  await expect(card.getByText(t.remembered)).toBeVisible()
  await expect(card.getByText(t.importRecords('16'))).toBeVisible()
})
