import { expect, test } from '@playwright/test'
import { FileFailurePage } from './pages/FileFailurePage'
import { LoopPage } from './pages/LoopPage'
import { alterEntry, recordsIn } from './pages/database'
import type { Language } from '../../src/i18n/translation'

// Without a network only the service worker can answer.
test.use({ serviceWorkers: 'allow' })

const LANGUAGES: readonly Language[] = ['zh', 'en']
const today = new Date().toISOString().slice(0, 10)
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

for (const language of LANGUAGES)
  test(`one failure goes from a report on the phone to closed and comes back, without a network, refused wherever something is missing (${language})`, async ({
    page,
    context,
  }) => {
    test.slow()
    page.setDefaultTimeout(15_000)
    await page.addInitScript((language) => localStorage.setItem('fracas.language', language), language)
    const loop = new LoopPage(page, language)
    const { t } = loop.app
    await loop.app.loadSample()
    await loop.app.readyForOffline()
    await context.setOffline(true)

    // The field engineer reports it on the phone.
    const desk = page.viewportSize() ?? { width: 1280, height: 720 }
    await page.setViewportSize({ width: 390, height: 844 })
    await loop.actAs('何工', 'FSE')
    const report = new FileFailurePage(page, language)
    await report.open()
    await report.pick('trainId', '1104', /1104/u)
    await report.pick('bomNodeId', '中继阀', /中继阀/u)
    // G1: each item that is missing is named, and nothing is filed.
    const before = (await recordsIn(page, 'failures')).length
    await report.submit()
    await expect(report.missing.first()).toBeVisible()
    expect((await recordsIn(page, 'failures')).length).toBe(before)
    await report.fillTheRest(
      '排风口持续漏风，停车后总风压力下降',
      language === 'zh'
        ? { noEffect: '无影响', phase: '正线运营' }
        : { noEffect: 'No effect', phase: 'Main-line service' },
    )
    await report.submit()
    const no = await report.numberGiven()
    const id = (await recordsIn(page, 'failures')).find((failure) => failure['no'] === no)?.id ?? ''

    await page.setViewportSize(desk)

    // He may not accept it himself; the quality lead may, once it is graded.
    await loop.open(id)
    await loop.refuses('accept', new RegExp(t.roleName('SSM'), 'u'))
    await loop.actAs('赵工', 'QAL')
    await loop.refuses('accept', t.loopMissing(9))
    await expect(loop.step('accept')).toHaveAttribute('title', /严重度|Severity/u)
    await loop.fix('G2', 'failures', {
      severity: '3',
      faultLevel: 'B',
      priority: 'P3',
      safetyEvent: false,
      warrantyState: 'IN',
      owner: '孙工',
      duplicateCheck: 'none',
      path: '8D',
      customerNeedsReport: false,
    })
    await loop.take('accept')
    await expect(loop.now).toContainText(language === 'zh' ? '现场处理' : 'Handling')

    // The station changes the part.
    await loop.actAs('何工', 'FSE')
    await loop.refuses('finishHandling', t.loopMissing(2))
    await loop.fix(t.missingReason('handling-needed', ''), 'handlings', {
      startAt: `${today}T08:00`,
      endAt: `${today}T09:30`,
      method: 'SWAP_NEW',
      measure: '更换中继阀',
      result: 'OK',
      prelimCauseCat: 'MFG',
      prelimCause: '膜片破损',
      diagH: 0.5,
      repairH: 1,
      functionTestOk: true,
    })
    await loop.fix(t.missingReason('replacement-needed', ''), 'replacements', {
      removedSerial: 'ZJF-0001',
      installedSerial: 'ZJF-0002',
      position: '1车1位',
      reason: 'FAULT',
      removedDisposition: 'REPAIR',
      tagNo: 'T-17',
      odometerKm: 812345,
    })
    // Who took the removed part over is asked for before anything else goes on, and recorded from where it is asked.
    await loop.missing
      .filter({ hasText: t.missingReason('custody-needed', '') })
      .getByRole('button')
      .first()
      .click()
    await loop.dialog.getByLabel(t.custodyTo, { exact: true }).fill('车间库房')
    await loop.dialog.getByRole('button', { name: t.save, exact: true }).click()
    await expect(loop.missing.filter({ hasText: t.missingReason('custody-needed', '') })).toHaveCount(0)
    await loop.fix('G3', 'failures', { verified: 'CONF' })
    // The removed part is away until it comes back, on its own page too, and cannot go onto another train meanwhile.
    await loop.open(id, 'tabHandling')
    await page.getByRole('button', { name: t.replacementAdd, exact: true }).click()
    await loop.put('replacements', 'removedSerial', 'ZJF-0002')
    await loop.put('replacements', 'installedSerial', 'ZJF-0001')
    await loop.put('replacements', 'position', '3车2位')
    await expect(loop.dialog.getByRole('status')).toContainText(/ZJF-0001.*1车1位/u)
    await expect(loop.dialog.getByRole('button', { name: t.save, exact: true })).toBeDisabled()
    await loop.dialog.getByRole('button', { name: t.draftRevert, exact: true }).click()
    await page.getByRole('tabpanel').getByRole('link', { name: 'ZJF-0001' }).click()
    await expect(page.getByText(t.serialReturnWhy)).toBeVisible()
    const custody = page.getByRole('region', { name: t.custodyTitle, exact: true }).first()
    await expect(custody.getByRole('row').filter({ hasText: '车间库房' }).first()).toContainText(
      t.custodyKind('handedOver'),
    )
    await custody.getByRole('button', { name: t.custodyAdd }).click()
    await loop.dialog.locator('select').selectOption('sentToRepair')
    await expect(loop.dialog.getByRole('button', { name: t.save, exact: true })).toHaveAccessibleDescription(
      t.custodyRefusal('receiver-needed'),
    )
    await loop.dialog.getByLabel(t.custodyTo, { exact: true }).fill('制造厂返修')
    await loop.dialog.getByRole('button', { name: t.save, exact: true }).click()
    await expect(custody.getByRole('row').filter({ hasText: '制造厂返修' }).first()).toContainText(
      t.custodyKind('sentToRepair'),
    )
    await loop.open(id)
    await loop.take('finishHandling')

    // The reliability engineer finds the cause; a second person approves it.
    await loop.actAs('孙工', 'REL')
    await loop.open(id, 'tabAnalysis')
    await page.getByRole('button', { name: t.problemMake, exact: true }).click()
    await loop.dialog.getByRole('button', { name: t.problemMake, exact: true }).click()
    await expect(loop.dialog).toHaveCount(0)
    await loop.fix(/G4/u, 'failures', {
      actualNodeId: '中继阀',
      relevance: 'REL',
      chargeable: 'OWN',
      responsibleText: '本公司',
      failureClass: ['0'],
      recurrence: 'no',
    })
    await page.getByRole('button', { name: t.analysisAdd, exact: true }).click()
    for (const tree of [t.whyTreeOccur, t.whyTreeEscape]) {
      const group = loop.dialog.getByRole('group', { name: tree })
      await group.getByRole('button', { name: t.whyAddRoot }).click()
      await group.getByLabel(t.whyAnswer).fill('膜片硫化不足')
      await group.getByLabel(t.whyEvidence).fill('解剖报告 12')
      await group.getByRole('button', { name: t.whyVerdict('confirmed') }).click()
    }
    await loop.fill('rootCauseAnalyses', {
      rootCauseCat: 'MFG',
      rootCauseText: '膜片硫化不足',
      failureMode: 'INL',
      mechanism: '1.1',
      escapePoint: '出厂试验',
      reproduced: 'yes',
      benchFinding: 'CONF',
      confidence: 'high',
      author: '孙工',
      reviewer: '钱工',
    })
    await loop.refuses('approveAnalysis', new RegExp(t.roleName('FRB'), 'u'))
    // Handing it over is a step; until then its reviewer is not asked.
    await page.getByRole('button', { name: t.analysisSubmit, exact: true }).click()
    await expect(page.getByRole('tabpanel')).toContainText(
      new RegExp(t.analysisSubmitted(String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}`), 'u'),
    )
    await expect(page.getByRole('button', { name: t.analysisApprove, exact: true })).toBeDisabled()
    await loop.actAs('钱工', 'FRB')
    await page.getByRole('button', { name: t.analysisApprove, exact: true }).click()
    await loop.refuses('approveAnalysis', t.loopMissing(5))
    await expect(loop.missing).toHaveText(
      ['D0', 'D1', 'D2', 'D3', 'D4'].map((step) => new RegExp(t.missingReason('step-unsigned', step), 'u')),
    )

    // The problem is described and its steps are signed.
    await loop.missing.first().getByRole('link').click()
    await page.getByRole('button', { name: t.edit, exact: true }).first().click()
    await loop.fill('problems', {
      team: '钱工 组长',
      isIsNot: '停车漏风',
      quantified: '一列车一起',
      noContainmentWhy: '列车已换件',
      similarProducts: '分配阀',
      noLessonReason: '已有作业指导书',
    })
    const problemAt = new URL(page.url()).pathname
    const stepLine = (step: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`^${step}`, 'u') })
    const signButton = (step: string) => stepLine(step).getByRole('button', { name: t.stepSign, exact: true })
    const sign = async (...steps: readonly string[]): Promise<void> => {
      if (new URL(page.url()).pathname !== problemAt) await loop.app.open(problemAt)
      for (const step of steps) {
        await signButton(step).click()
        await expect(stepLine(step)).toContainText('✓')
      }
    }
    // In their order, and none before it can show what it is about.
    await expect(signButton('D8')).toBeDisabled()
    await expect(signButton('D8')).toHaveAttribute('title', new RegExp(t.stepEarlier('D0'), 'u'))
    await sign('D0', 'D1', 'D2', 'D3', 'D4')
    await expect(signButton('D5')).toBeDisabled()
    await expect(signButton('D5')).toHaveAttribute('title', new RegExp(t.stepLack('action', ''), 'u'))
    await loop.open(id, 'tabAnalysis')
    await loop.take('approveAnalysis')

    // The action is done and proven; whoever owns it does not verify it.
    await loop.actAs('赵工', 'QAL')
    await loop.refuses('finishActions', t.loopMissing(3))
    await loop.fix(t.missingReason('permanent-action-needed', ''), 'correctiveActions', {
      type: 'PERM',
      description: '换新配方膜片',
      owner: '设计员',
      dueAt: daysAgo(110),
      doneAt: `${daysAgo(120)}T08:00`,
      changeDocNo: 'ECN-7',
      effKind: 'dateFrom',
      effectiveAt: daysAgo(120),
      criteria: '90 天无复发',
      evidence: '试验报告 3',
    })
    await sign('D5', 'D6')
    await loop.open(id, 'tabAnalysis')
    await loop.take('finishActions')
    await loop.fix(t.missingReason('verification-needed', ''), 'effectVerifications', {
      method: 'FIELD',
      windowStart: daysAgo(119),
      windowEnd: daysAgo(60),
      trains: 24,
      exposureKm: 900_000,
      recurrencesReviewed: true,
      result: 'EFF',
      verifier: '设计员',
      decision: 'close',
      evidence: '跟踪表',
    })
    await loop.refuses('effective', t.loopMissing(2))
    await expect(loop.missing).toContainText([
      t.missingReason('window-too-short', '90'),
      t.missingReason('verifier-is-owner', ''),
    ])
    await loop.fix('G6', 'effectVerifications', { windowEnd: daysAgo(2), verifier: '验证员' })
    // What the records themselves say of the action stands beside what people wrote.
    await loop.open(id, 'tabAnalysis')
    await expect(
      page
        .getByRole('region', { name: t.effectTitle })
        .getByRole('row', { name: new RegExp(`^${t.effectAfter}`, 'u') }),
    ).toBeVisible()
    await loop.take('effective')

    // The board closes it, not the one who reported it.
    await loop.refuses('close', new RegExp(t.refusalName('board-needed'), 'u'))
    await loop.actAs('何工', 'FRB')
    await loop.refuses('close', t.refusalName('reporter-may-not-close'))
    await loop.actAs('钱工', 'FRB')
    await loop.refuses('close', t.loopMissing(4))
    await sign('D7', 'D8')
    await loop.open(id)
    await loop.refuses('close', t.loopMissing(2))
    await loop.fix('G7', 'failures', { closeCode: 'C1', costMark: 'none' })
    await loop.take('close')
    await expect(loop.now).toContainText(language === 'zh' ? '已关闭' : 'Closed')

    // It comes back: a new cycle, and what was proven before proves nothing now.
    await loop.actAs('何工', 'FSE')
    await report.open()
    await report.pick('trainId', '1104', /1104/u)
    await report.pick('bomNodeId', '中继阀', /中继阀/u)
    await report.fillTheRest(
      '排风口又漏风，停车后总风压力下降',
      language === 'zh'
        ? { noEffect: '无影响', phase: '正线运营' }
        : { noEffect: 'No effect', phase: 'Main-line service' },
    )
    await report.submit()
    const again = await report.numberGiven()
    await loop.actAs('钱工', 'FRB')
    await loop.open(id)
    const proposal = page.getByRole('region', { name: t.backTitle })
    await expect(proposal.getByRole('link', { name: again })).toBeVisible()
    await proposal.getByRole('button', { name: t.stepName('reopen'), exact: true }).click()
    await expect(loop.dialog.locator('textarea')).toHaveValue(new RegExp(again, 'u'))
    await loop.dialog.getByRole('button', { name: t.stepName('reopen'), exact: true }).click()
    await expect(loop.dialog).toHaveCount(0)
    await expect(proposal).toHaveCount(0)
    await expect(loop.panel).toContainText(t.loopCycle(2))
    await expect(loop.missing).toContainText([t.missingReason('analysis-needed', '')])
    await loop.open(id, 'tabAnalysis')
    await expect(page.getByText(t.loopFrozen)).toHaveCount(3)

    // Every step stands in the history with who took it, and none of them can be undone from there.
    await loop.open(id, 'tabHistory')
    for (const step of [
      'accept',
      'finishHandling',
      'approveAnalysis',
      'finishActions',
      'effective',
      'close',
      'reopen',
    ] as const) {
      const entry = page
        .getByRole('tabpanel')
        .locator('.entry-list > li')
        .filter({ hasText: `· ${t.stepName(step)}` })
      await expect(entry).toHaveCount(1)
      await expect(entry.getByRole('button', { name: t.historyUndo })).toHaveCount(0)
    }

    // Nobody has meddled with the log; whoever does is found.
    await loop.app.open('/data')
    const log = page.getByRole('region', { name: t.logTitle })
    await log.getByRole('button', { name: t.logVerify }).click()
    // The chain, and the records, files and rows it adds up to.
    await expect(log.getByText('✓')).toHaveCount(2)
    const seq = await alterEntry(page, 'step-accept')
    await log.getByRole('button', { name: t.logVerify }).click()
    await expect(log.getByRole('alert')).toContainText(String(seq))
    await expect(log.getByRole('alert')).toContainText(t.stepName('accept'))
  })
