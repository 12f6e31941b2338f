import type { Page } from '@playwright/test'

/** The one part that writes by itself, some time after the page stands: what it raises depends on the day of the test. */
export async function withoutAlerts(page: Page): Promise<void> {
  await page.route(/\/CountOfAlerts-/u, (route) => route.abort())
}
