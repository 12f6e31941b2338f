/** The scope a figure was opened with, as words. */
import { formatCount } from '../../i18n/format'
import { trainsInWords } from '../../panels/trainsInWords'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'

export function useScopeWords({ scope }: TableQuery): readonly string[] {
  const { t, language } = useText()
  const { answer } = useEngine(scope === undefined ? null : `scope-words|${JSON.stringify(scope)}`, async (engine) => ({
    node: scope?.nodeId === undefined ? null : await engine.nodeOf(scope.nodeId),
    choices: await engine.fleetChoices(language),
  }))
  if (scope === undefined || answer === null) return []
  return [
    ...(answer.node === null
      ? scope.nodeId === undefined
        ? []
        : [t.scopeUnassigned]
      : [t.scopeNode(answer.node.name)]),
    ...(scope.from === undefined && scope.to === undefined ? [] : [t.scopePeriod(scope.from, scope.to)]),
    ...(scope.population === 'all' ? [] : [t.populationName(scope.population)]),
    ...(scope.partBasis === 'reported' ? [t.partBasisName(scope.partBasis)] : []),
    ...(scope.without === undefined ? [] : [t.setAsideHead(formatCount(scope.without.length, language))]),
    ...trainsInWords(scope, answer.choices.depots, t),
  ]
}
