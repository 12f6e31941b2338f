/** On a slow machine people do not wait: they choose, go on at once, and submit. Nothing they chose or typed may be lost. */
import { expect as promptly, test, type Page } from '@playwright/test'
import { App } from './pages/App'
import { recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { FileFailurePage } from './pages/FileFailurePage'
import { FormDialog } from './pages/FormDialog'

/** What takes a second takes twenty here, on a machine that may be slow itself. */
const expect = promptly.configure({ timeout: 120_000 })

const WORDS = { noEffect: '无影响', phase: '正线运营' }
const DESCRIPTION = '选完马上接着写，一个字也不能丢'

/** The processor is twenty times slower, and questions to the background thread leave late. */
async function onASlowMachine(page: Page, lateMs: number): Promise<void> {
  await page.addInitScript((lateMs) => {
    for (const port of [Worker.prototype, MessagePort.prototype]) {
      const post = port.postMessage as (...message: unknown[]) => void
      port.postMessage = function (this: Worker & MessagePort, ...message: unknown[]) {
        setTimeout(() => post.apply(this, message), lateMs)
      }
    }
  }, lateMs)
}

const throttle = async (page: Page): Promise<void> => {
  const cpu = await page.context().newCDPSession(page)
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: 20 })
}

const drafts = async (page: Page): Promise<readonly { readonly fields?: Record<string, unknown> }[]> =>
  (await recordsIn(page, 'drafts' as never)) as never

/** Chooses without waiting for the list, as somebody does who knows what will be found. */
async function chooseBlindly(page: Page, form: FileFailurePage, name: 'trainId' | 'bomNodeId', typed: string) {
  await form.field(name).click()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
}

test('train and part chosen with Enter before their list is there are in the draft with everything typed after', async ({
  page,
}) => {
  await new App(page).loadSample()
  await onASlowMachine(page, 700)
  const form = new FileFailurePage(page)
  await form.open()
  await throttle(page)
  await chooseBlindly(page, form, 'trainId', '1107')
  await chooseBlindly(page, form, 'bomNodeId', 'ZK-2100')
  await form.choose('symptomCode', 'SLOWREL')
  await form.field('description').fill(DESCRIPTION)
  await expect(form.field('trainId')).toHaveValue('CJ160A-1107')
  await expect(form.field('bomNodeId')).toHaveValue(/ZK-2100$/u)
  await expect
    .poll(async () => (await drafts(page))[0]?.fields)
    .toMatchObject({
      trainId: expect.any(String),
      bomNodeId: expect.any(String),
      symptomCode: 'SLOWREL',
      description: DESCRIPTION,
    })
})

test('a report submitted the moment its train is chosen has that train, its operator and its depot', async ({
  page,
}) => {
  await new App(page).loadSample()
  await onASlowMachine(page, 700)
  const form = new FileFailurePage(page)
  await form.open()
  await form.pick('bomNodeId', 'zjf', '中继阀')
  await form.fillTheRest(DESCRIPTION, WORDS)
  await page.getByLabel('没有里程').check()
  await form.field('noReadingReason').fill('表坏了')
  await throttle(page)
  await chooseBlindly(page, form, 'trainId', '1107')
  await page.keyboard.press('Control+Enter')
  const no = await form.numberGiven()
  const filed = (await recordsIn(page, 'failures')).find((failure) => failure['no'] === no)
  const train = (await recordsIn(page, 'trains')).find(({ trainNo }) => trainNo === '1107')
  expect(filed).toMatchObject({
    trainId: train?.id,
    customerId: train?.operatorId,
    depotId: train?.depotId,
    description: DESCRIPTION,
  })
})

test('an odometer that cannot be right is asked about even when the report is submitted at once', async ({ page }) => {
  await new App(page).loadSample()
  await onASlowMachine(page, 700)
  const form = new FileFailurePage(page)
  await form.open()
  await form.pick('bomNodeId', 'zjf', '中继阀')
  await form.pick('trainId', '107', '1107')
  await form.fillTheRest(DESCRIPTION, WORDS)
  await throttle(page)
  await form.field('odometerKm').fill('12345')
  await page.keyboard.press('Control+Enter')
  await expect(form.missing).toHaveText(/与上次读数对不上/u)
  expect((await recordsIn(page, 'failures')).some(({ description }) => description === DESCRIPTION)).toBe(false)
})

test('leaving the page the moment a train is chosen keeps the train', async ({ page }) => {
  await new App(page).loadSample()
  await onASlowMachine(page, 700)
  const form = new FileFailurePage(page)
  await form.open()
  await throttle(page)
  await chooseBlindly(page, form, 'trainId', '1107')
  await page.getByRole('navigation').getByRole('link', { name: '故障', exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: '报故障' }).click()
  await expect(form.field('trainId')).toHaveValue('CJ160A-1107')
})

test('a train and a part corrected and saved at once are what is stored', async ({ page }) => {
  await new App(page).loadSample()
  const failure = (await recordsIn(page, 'failures')).find(({ state }) => state === 'SUBMITTED')
  await onASlowMachine(page, 700)
  const screen = new FailurePage(page)
  await screen.open(failure?.id ?? '')
  await screen.startEditing()
  const dialog = new FormDialog(page)
  await throttle(page)
  await dialog.field('failures', 'remark').fill('先写一句')
  await dialog.why('列车写错了')
  await dialog.field('failures', 'carNo').fill('03')
  await dialog.field('failures', 'trainId').fill('CJ160A-1107')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.dialog).toHaveCount(0)
  const train = (await recordsIn(page, 'trains')).find(({ trainNo }) => trainNo === '1107')
  expect((await recordsIn(page, 'failures')).find(({ id }) => id === failure?.id)).toMatchObject({
    trainId: train?.id,
    customerId: train?.operatorId,
    carNo: '03',
    remark: '先写一句',
  })
})
