import { expect, test, type Page } from '@playwright/test'
import { countIn, countsIn } from './pages/database'
import { DataPage } from './pages/DataPage'
import { FailuresPage } from './pages/FailuresPage'

/** The renderer dies at once, as when the system takes its memory: no handler runs, nothing is said goodbye to. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  // The page is gone before it could answer.
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

const close = (page: Page): Promise<void> => page.close({ runBeforeUnload: false })

const MOMENTS = [
  { when: 'as soon as storing begins', percent: 0, end: crash },
  { when: 'a third of the way', percent: 30, end: crash },
  { when: 'near the end', percent: 80, end: crash },
  { when: 'half way, by closing it', percent: 50, end: close },
] as const

for (const { when, percent, end } of MOMENTS)
  test(`a tab killed while storing, ${when}, leaves all of the import or nothing`, async ({ page, context }) => {
    const data = new DataPage(page)
    await data.open()
    await data.choose('big')
    await data.previewShown()
    const promised = await data.countsOf(data.plan)
    expect(promised['failures']).toBeGreaterThan(9000)
    await data.commitButton.click()
    // Watched from inside: by the time an answer crossed to the test, storing might be over.
    await page.waitForFunction(
      (percent) =>
        Number(document.querySelector('#content [role=progressbar]')?.getAttribute('aria-valuenow') ?? -1) >= percent ||
        document.querySelector('#content .danger') !== null,
      percent,
      { polling: 'raf' },
    )
    await end(page)

    const again = await context.newPage()
    const list = new FailuresPage(again)
    await list.app.open('/failures')
    const batches = await countIn(again, 'importBatches')
    const counts = await countsIn(again)
    expect(counts).toEqual(batches === 0 ? {} : promised)
    expect((await countIn(again, 'importedRows')) > 0).toBe(batches === 1)
    if (batches === 0) await expect(again.getByRole('heading', { name: '还没有故障' })).toBeVisible()
    else await list.expectTotal(promised['failures'] ?? 0)
  })

test('after a killed import the same file can be imported', async ({ page, context }) => {
  const data = new DataPage(page)
  await data.open()
  await data.choose('big')
  await data.previewShown()
  await data.commitButton.click()
  await data.progress.waitFor()
  await crash(page)

  const again = new DataPage(await context.newPage())
  await again.open()
  await again.choose('big')
  await again.previewShown()
  if (await again.commitButton.isEnabled()) await again.commit()
  expect(await countIn(again.page, 'failures')).toBeGreaterThan(9000)
  expect(await countIn(again.page, 'importBatches')).toBe(1)
})
