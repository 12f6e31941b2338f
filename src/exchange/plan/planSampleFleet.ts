/** The demonstration fleet as an import like any other, so that it is stored, marked and taken back the same way. */
import type { SampleFleetFile } from '../../../fixtures/demo/sampleFleetFile'
import type { ImportPlan, PlannedRecord } from '../../domain/importPlan'

const withoutEmpty = <R extends object>(record: R): R =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as R

const UNIT_TYPE: Readonly<Record<string, string>> = { 系统: 'system', 零件: 'part', 软件: 'software' }
const FAMILY: Readonly<Record<string, string>> = {
  供风: 'AIR',
  制动控制: 'CTRL',
  基础制动: 'FOUND',
  防滑: 'WSP',
  停放: 'PARK',
  辅助: 'AUX',
  软件: 'SW',
}

export function planSampleFleet(sample: SampleFleetFile, newId: () => string): ImportPlan {
  const productIds = new Map(sample.products.map((product) => [product.code, newId()]))
  const nodeIds = new Map(sample.nodes.map((node) => [node.partNo, newId()]))
  const operators = new Map([...new Set(sample.sites.map((site) => site.operator))].map((name) => [name, newId()]))
  const siteIds = new Map(sample.sites.map((site) => [site.code, newId()]))
  const siteOfTrain = new Map(
    sample.trains.map((train) => [train.trainNo, sample.sites.find((site) => site.code === train.siteCode)]),
  )
  const trainIds = new Map(sample.trains.map((train) => [train.trainNo, newId()]))

  const problems = sample.problems.map((problem) => ({
    ...problem,
    id: newId(),
    nodeId: nodeIds.get(problem.partNo),
    lessonId: problem.lesson === undefined ? undefined : newId(),
  }))
  const problemOf = new Map(problems.flatMap(({ id, failureNos }) => failureNos.map((no) => [no, id])))
  const severityOf = new Map(sample.failures.map(({ no, severity }) => [no, severity]))

  const handlings: PlannedRecord<'handlings'>[] = []
  const replacements: PlannedRecord<'replacements'>[] = []
  const rootCauseAnalyses: PlannedRecord<'rootCauseAnalyses'>[] = []
  const withCosts = new Set(sample.costs.map(({ failureNo }) => failureNo))
  const failureIds = new Map<string, string>()
  const ended: {
    readonly serialNo: string
    readonly nodeId: string | undefined
    readonly at: string
    readonly kind: string
    readonly by: string
  }[] = []
  const failures = sample.failures.map((failure) => {
    const id = newId()
    failureIds.set(failure.no, id)
    const site = siteOfTrain.get(failure.trainNo)
    if (failure.measure !== undefined || failure.method !== undefined) {
      const handlingId = newId()
      handlings.push(
        withoutEmpty({
          id: handlingId,
          failureId: id,
          measure: failure.measure,
          method: failure.method,
          result: failure.result,
          handler: failure.handler,
        }),
      )
      if (failure.removedSerial !== undefined)
        replacements.push(
          withoutEmpty({
            id: newId(),
            failureId: id,
            handlingId,
            bomNodeId: nodeIds.get(failure.partNo),
            removedSerial: failure.removedSerial,
            installedSerial: failure.installedSerial,
            isMainFault: true,
            reason: 'FAULT',
            removedDisposition: failure.disposition,
            tagNo: failure.tagNo,
            returnDue: failure.returnDue,
            custody: failure.custody?.map((step) => ({ ...step, note: '' })),
          }),
        )
      const end = failure.custody?.find(({ kind }) => kind === 'backInStock' || kind === 'scrapped')
      if (failure.removedSerial !== undefined && end !== undefined)
        ended.push({
          serialNo: failure.removedSerial,
          nodeId: nodeIds.get(failure.partNo),
          at: end.at,
          kind: end.kind === 'scrapped' ? 'scrap' : 'stockIn',
          by: end.by,
        })
    }
    if (failure.cause !== undefined || failure.causeCategory !== undefined || failure.benchFinding !== undefined)
      rootCauseAnalyses.push(
        withoutEmpty({
          id: newId(),
          failureId: id,
          rootCauseText: failure.cause,
          rootCauseCat: failure.causeCategory,
          benchFinding: failure.benchFinding,
        }),
      )
    return withoutEmpty({
      id,
      no: failure.no,
      occurredAt: failure.occurredAt,
      state: failure.state,
      stateSince: failure.stateSince,
      verified: failure.verified,
      customerId: operators.get(site?.operator ?? ''),
      depotId: siteIds.get(site?.code ?? ''),
      trainId: trainIds.get(failure.trainNo),
      carNo: failure.carNo,
      positionPath: failure.position,
      bomNodeId: nodeIds.get(failure.partNo),
      reportedSerial: failure.serial,
      reportedBatch: failure.batch,
      qty: 1,
      odometerKm: failure.odometerKm,
      detectionPhase: failure.phase,
      detectionMethod: failure.detectionMethod,
      operatingMode: failure.operatingMode,
      symptomCode: failure.symptomCode,
      description: failure.description,
      serviceImpact: failure.impact,
      delayMin: failure.delayMin,
      severity: String(failure.severity),
      relevance: failure.relevance,
      relevanceReason: failure.relevanceReason,
      chargeable: failure.chargeable,
      closedAt: failure.closedAt,
      costMark: withCosts.has(failure.no) ? 'entered' : undefined,
      reporter: failure.reporter,
      problemId: problemOf.get(failure.no),
      cycle: 1,
    })
  })

  const correctiveActions = problems.flatMap(({ id, actions }) =>
    actions.map((action): PlannedRecord<'correctiveActions'> =>
      withoutEmpty({ id: newId(), problemId: id, ...action, cycle: 1 }),
    ),
  )
  rootCauseAnalyses.push(
    ...problems.map(({ id, analysis }) =>
      withoutEmpty({ id: newId(), problemId: id, ...analysis, cycle: 1, version: 1 }),
    ),
  )

  const units = ended.map(({ serialNo, nodeId, ...event }) => ({
    ...event,
    unit: withoutEmpty({ id: newId(), serialNo, bomNodeId: nodeId }),
  }))
  const drawn = new Map(
    Object.entries(sample.drawings).map(
      ([of, { sha256, png }]) =>
        [of, { sha256, bytes: Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)) }] as const,
    ),
  )

  return {
    blobs: [...drawn.values()].map(({ bytes, sha256 }) => ({ sha256, bytes: bytes.buffer as ArrayBuffer })),
    files: [{ name: 'sampleFleet.json', size: 0, sha256: '' }],
    sheets: [],
    rows: [],
    skipped: {},
    records: {
      products: sample.products.map((product) => ({
        id: productIds.get(product.code) ?? newId(),
        code: product.code,
        name: product.name,
        model: product.model,
        family: FAMILY[product.family] ?? product.family,
      })),
      bomNodes: sample.nodes.map((node, order) =>
        withoutEmpty({
          id: nodeIds.get(node.partNo) ?? newId(),
          productId: node.parentPartNo === null ? productIds.get(node.productCode) : undefined,
          parentId: node.parentPartNo === null ? undefined : nodeIds.get(node.parentPartNo),
          order,
          partNo: node.partNo,
          name: node.name,
          qty: node.qty,
          unitType: UNIT_TYPE[node.unitType] ?? node.unitType,
          criticality: node.criticality,
          designMtbfH: node.designMtbfH ?? undefined,
          targetFpmk: node.targetFpmk ?? undefined,
          active: true,
        }),
      ),
      parties: [
        ...[...operators].map(([name, id]) => ({ id, kind: 'operator', name })),
        ...sample.sites.map((site) =>
          withoutEmpty({
            id: siteIds.get(site.code) ?? newId(),
            kind: 'depot',
            name: site.name,
            short: site.shortName,
            parentId: operators.get(site.operator),
          }),
        ),
      ],
      trains: sample.trains.map((train) =>
        withoutEmpty({
          id: trainIds.get(train.trainNo) ?? newId(),
          trainNo: train.trainNo,
          vehicleType: train.vehicleType,
          carsPerTrain: train.carsPerTrain,
          serviceDate: train.serviceDate,
          operatorId: operators.get(train.operator),
          depotId: siteIds.get(train.siteCode),
          status: 'service',
        }),
      ),
      usageReadings: sample.readings.map((reading) =>
        withoutEmpty({
          id: newId(),
          subjectType: 'train',
          subjectId: trainIds.get(reading.trainNo),
          metric: 'km',
          basis: 'cumulative',
          value: reading.odometerKm,
          at: reading.at,
          source: 'odometer',
        }),
      ),
      units: units.map(({ unit }) => unit),
      installEvents: units.map(({ unit, kind, at, by }) => ({ id: newId(), unitId: unit.id, kind, at, operator: by })),
      contractTargets: sample.targets.map(({ operator, ...target }) =>
        withoutEmpty({ id: newId(), ...target, operatorId: operators.get(operator) }),
      ),
      costEntries: sample.costs.map(({ failureNo, ...entry }) => ({
        id: newId(),
        failureId: failureIds.get(failureNo) ?? '',
        ...entry,
      })),
      attachments: sample.photos.flatMap(({ failureNo, name, caption, of }) => {
        const picture = drawn.get(of)
        return picture === undefined
          ? []
          : [
              {
                id: newId(),
                ownerId: failureIds.get(failureNo) ?? '',
                name,
                caption,
                mime: 'image/png',
                size: picture.bytes.length,
                sha256: picture.sha256,
              },
            ]
      }),
      failures,
      handlings,
      replacements,
      rootCauseAnalyses,
      correctiveActions,
      problems: problems.map(
        ({ id, no, title, nodeId, path, team, isIsNot, quantified, similarProducts, signOffs, failureNos, lessonId }) =>
          withoutEmpty({
            id,
            no,
            title,
            bomNodeId: nodeId,
            path,
            team,
            isIsNot,
            quantified,
            lessonId,
            similarProducts: similarProducts.length === 0 ? undefined : similarProducts,
            stepSignoffs: signOffs.map((signed) => ({ ...signed, result: 'approved', comment: '' })),
            severityMax: String(Math.min(...failureNos.map((failureNo) => severityOf.get(failureNo) ?? 4))),
          }),
      ),
      effectVerifications: problems.flatMap(({ id, verification }) =>
        verification === undefined
          ? []
          : [
              {
                id: newId(),
                problemId: id,
                ...verification,
                cycle: 1,
                actionIds: correctiveActions
                  .filter(({ problemId, effectiveAt }) => problemId === id && effectiveAt !== undefined)
                  .map((action) => action.id),
              },
            ],
      ),
      knowledgeItems: problems.flatMap(({ id, title, nodeId, analysis, actions, lesson, lessonId }) =>
        lesson === undefined || lessonId === undefined
          ? []
          : [
              {
                ...lesson,
                id: lessonId,
                title,
                type: 'case',
                state: 'published',
                problemId: id,
                ...(nodeId === undefined ? {} : { bomNodeId: nodeId }),
                cause: analysis.rootCauseText,
                fix: actions.map(({ description }) => description).join('\n'),
              },
            ],
      ),
    },
  }
}
