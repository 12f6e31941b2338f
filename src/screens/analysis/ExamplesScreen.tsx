/** Published failure data, chosen as an example and analysed on the spot with the charts of the node page. */
import { oneOf } from '../../domain/closedSet'
import { useEffect, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { analyseExample, EXAMPLES, exampleOf, type ExampleId } from '../../metrics/exampleData'
import { LAWS_BESIDE } from '../../metrics/lifeQuestion'
import { useText } from '../../ui/LanguageContext'
import { ExampleLives } from './ExampleLives'
import { ExampleRepairs } from './ExampleRepairs'
import './examples.css'

const FILES = import.meta.glob<string>('../../../fixtures/datasets/*.csv', { query: '?raw', import: 'default' })
const IDS = Object.keys(EXAMPLES) as ExampleId[]

function useCsv(file: string): string | null {
  const [loaded, setLoaded] = useState<{ readonly file: string; readonly csv: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void FILES[`../../../fixtures/datasets/${file}.csv`]?.().then((csv) => {
      if (isCurrent) setLoaded({ file, csv })
    })
    return () => {
      isCurrent = false
    }
  }, [file])
  return loaded?.file === file ? loaded.csv : null
}

/** Which example the address names, how it is to be analysed, and what comes of it; null until it is read. */
function useExample() {
  const [params, setParams] = useSearchParams()
  const id = oneOf(IDS, params.get('set')) ?? 'braking-grids'
  const example = exampleOf(id)
  const csv = useCsv(example.file)
  const bounds = params.get('bounds') === 'ratio' ? 'ratio' : 'fisher'
  const beside = oneOf(LAWS_BESIDE, params.get('beside')) ?? null
  const analysis = useMemo(
    () => (csv === null ? null : analyseExample(example, csv, { bounds, beside })),
    [csv, example, bounds, beside],
  )
  const choose = (name: 'bounds' | 'beside', value: string): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  const open = (set: string): void => setParams(new URLSearchParams({ set }), { replace: true })
  return { id, example, analysis, bounds, beside, choose, open } as const
}

export function ExamplesScreen() {
  const { t, language } = useText()
  const { id, example, analysis, bounds, beside, choose, open } = useExample()
  const word = example.unit[language]
  const named = { title: example.title[language], unit: { divisor: 1, axis: word, word } }
  return (
    <div className="stack examples">
      <p className="small">
        <Link href="/products">{t.products}</Link> ▸ {t.examplesTitle}
      </p>
      <h1>{t.examplesTitle}</h1>
      <p className="muted">{t.examplesWhy}</p>
      <label className="row">
        {t.examplesChoose}
        <select className="input" value={id} onChange={(event) => open(event.target.value)}>
          {IDS.map((one) => (
            <option key={one} value={one}>
              {EXAMPLES[one].title[language]}
            </option>
          ))}
        </select>
      </label>
      <p className="small muted">
        {t.workingSource}
        {t.colon}
        {example.source}
      </p>
      {analysis === null ? (
        <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
      ) : analysis.kind === 'lives' ? (
        <ExampleLives {...named} life={analysis.analysis} bounds={bounds} beside={beside} choose={choose} />
      ) : (
        <ExampleRepairs {...named} analysis={analysis} />
      )}
    </div>
  )
}
