import { expect, test } from '@playwright/test'
import { recordsIn } from './pages/database'
import { FailurePage } from './pages/FailurePage'
import { ProductsPage } from './pages/ProductsPage'

test('a failure counts at the part that analysis found; as reported stays one choice away, in the address', async ({
  page,
}) => {
  const products = new ProductsPage(page)
  const { t } = products.app
  await products.app.loadSample()
  await products.openNode('防滑阀')
  const before = await products.countedFailures()

  const relay = (await recordsIn(page, 'bomNodes')).find(({ name }) => name === '中继阀')
  const failures = await recordsIn(page, 'failures')
  const reported = failures.find(({ bomNodeId, state }) => bomNodeId === relay?.id && state === 'CLOSED')
  // It is closed: whoever leads the work corrects it, with a reason.
  await page.evaluate(() => localStorage.setItem('fracas.role', 'REL'))
  const failure = new FailurePage(page)
  await failure.open(reported?.id ?? '')
  const dialog = await failure.startEditing()
  const actual = dialog.getByLabel('实际故障部位', { exact: true }).first()
  await actual.fill('防滑阀')
  await expect(page.getByRole('listbox').locator('.combobox-option').first()).toContainText('防滑阀')
  await actual.press('Enter')
  const save = dialog.getByRole('button', { name: t.save, exact: true })
  await expect(save).toBeDisabled()
  await expect(save).toHaveAccessibleDescription(t.closedWhyNeeded)
  await dialog.getByLabel(t.editWhy).fill('解剖确认')
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(failure.fact('故障部位')).toContainText('中继阀')
  await expect(failure.fact('实际故障部位')).toContainText('防滑阀')

  await products.open()
  await products.openNode('防滑阀')
  await expect(products.counted).toHaveText(String(before + 1))
  await expect(page.locator('.kpis')).toContainText(t.partBasisName('analysed'))
  await page.locator('.scope-bar').getByLabel(t.partBasis).selectOption('reported')
  await expect(page).toHaveURL(/part=reported/u)
  await expect(products.counted).toHaveText(String(before))
  await expect(page.locator('.kpis')).toContainText(t.partBasisName('reported'))
  await page.reload()
  await expect(products.counted).toHaveText(String(before))
})
