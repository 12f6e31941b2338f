/** Ids of the masters of the demonstration fleet, by the numbers and names its file joins them with. */
import type { SampleFleetFile } from '../../../../fixtures/demo/sampleFleetFile'

type IdOf = (name: string) => string | undefined

export interface SampleIds {
  readonly product: IdOf
  readonly node: IdOf
  readonly operator: IdOf
  readonly site: IdOf
  readonly train: IdOf
}

export function sampleIds(sample: SampleFleetFile, newId: () => string): SampleIds {
  const idsOf = (names: Iterable<string>): IdOf => {
    const ids = new Map(Array.from(names, (name) => [name, newId()]))
    return (name) => ids.get(name)
  }
  return {
    product: idsOf(sample.products.map(({ code }) => code)),
    node: idsOf(sample.nodes.map(({ partNo }) => partNo)),
    operator: idsOf(operatorsOf(sample)),
    site: idsOf(sample.sites.map(({ code }) => code)),
    train: idsOf(sample.trains.map(({ trainNo }) => trainNo)),
  }
}

export const operatorsOf = ({ sites }: SampleFleetFile): ReadonlySet<string> =>
  new Set(sites.map(({ operator }) => operator))
