/**
 * A company with a server: the administrator invites two people, one files a failure while the server cannot be reached, the other
 * takes it on; a step that comes too late is refused and named; a lost phone is given up.
 */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '../../src/domain/workflow/roles'
import { App } from './pages/App'
import { countIn, recordsIn } from './pages/database'
import { FileFailurePage } from './pages/FileFailurePage'
import { startTeamService, type TeamService } from './pages/teamService'

const PASSWORD = 'seat ring 47 leaks'
const TEAM = '闭环 FRACAS'
const DESCRIPTION = '断网时写下的一句话，一个字也不能丢'
const API = /\/api\//u

let service: TeamService
const contexts: BrowserContext[] = []
test.beforeAll(async () => {
  service = await startTeamService()
})
test.afterAll(async () => {
  for (const context of contexts.splice(0)) await context.close()
  await service.stop()
})

async function profile(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({
    baseURL: service.address,
    locale: 'zh-CN',
    viewport: { width, height: 844 },
    serviceWorkers: 'block',
  })
  contexts.push(context)
  const page = await context.newPage()
  // What alerts raise by themselves depends on the day of the test.
  await page.route(/\/CountOfAlerts-/u, (route) => route.abort())
  return page
}

/** Opens a link, sets a password, joins. */
async function join(page: Page, link: string): Promise<void> {
  const app = new App(page)
  await page.goto(link)
  await page.getByLabel(app.t.teamPasswordNew).fill(PASSWORD)
  await page.getByRole('button', { name: app.t.teamJoin(TEAM) }).click()
  await expect(page.getByText(app.t.teamJoinEmpty)).toBeVisible()
  await page.getByRole('button', { name: app.t.teamJoin(TEAM) }).click()
  await expect(page.getByRole('heading', { name: app.t.teamDevices })).toBeVisible()
}

async function invite(page: Page, name: string, roles: readonly Role[]): Promise<string> {
  const app = new App(page)
  await app.open('/team/accounts')
  await page.getByRole('button', { name: app.t.teamInvite, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(app.t.teamName).fill(name)
  await dialog.getByLabel(app.t.roleName('FSE')).setChecked(roles.includes('FSE'))
  for (const role of roles) await dialog.getByLabel(app.t.roleName(role)).check()
  await dialog.getByRole('button', { name: app.t.teamSave }).click()
  await expect(dialog).toHaveCount(0)
  const link = page.locator('input[readonly]')
  await expect(link).toHaveValue(/\/join\//u)
  return link.inputValue()
}

const states = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await recordsIn(page, 'failures')).map(({ state }) => state)

test('a failure goes from an offline phone to the office, and nobody overtakes anybody unseen', async ({ browser }) => {
  const office = await profile(browser, 1440)
  await join(office, service.firstLink)
  const { t } = new App(office)
  const forWang = await invite(office, '王工', ['FSE'])
  const forLi = await invite(office, '李工', ['SSM', 'REL'])

  const phone = await profile(browser, 390)
  await join(phone, forWang)
  await phone.route(API, (route) => route.abort())
  const form = new FileFailurePage(phone)
  await form.open()
  await form.keep('trainId', '1107')
  await form.keep('bomNodeId', '中继阀')
  await form.fillTheRest(DESCRIPTION, { noEffect: '无影响', phase: '正线运营' })
  await form.submit()
  const provisional = await form.numberGiven()
  await expect.poll(() => countIn(phone, 'failures')).toBe(1)

  const desk = await profile(browser, 1440)
  await join(desk, forLi)
  expect(await countIn(desk, 'failures')).toBe(0)
  await phone.unroute(API)
  await expect.poll(() => countIn(desk, 'failures'), { timeout: 60_000 }).toBe(1)
  const [arrived] = await recordsIn(desk, 'failures')
  expect(arrived?.description).toBe(DESCRIPTION)
  await expect
    .poll(async () => (await recordsIn(phone, 'failures'))[0]?.no, { timeout: 60_000 })
    .toMatch(/^L-\d\d-\d\d-0001$/u)
  expect((await recordsIn(phone, 'failures'))[0]?.formerNo).toBe(provisional)
  expect(await states(phone)).toEqual(['SUBMITTED'])

  // The phone is lost: the office gives it up, and what it writes from then on stays on it.
  await office.goto('/team/accounts')
  const card = office.getByRole('region', { name: '王工' })
  await card.getByRole('button', { name: t.teamRevoke, exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: t.teamRevoke, exact: true }).click()
  await expect(office.getByText(t.teamDeviceRevoked)).toBeVisible()
  await phone.goto('/team')
  await expect(phone.getByText(t.teamProblem('device-revoked')).first()).toBeVisible({ timeout: 60_000 })
  expect(await countIn(phone, 'failures')).toBe(1)
})
