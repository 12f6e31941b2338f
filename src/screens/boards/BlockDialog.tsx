/** What a block shows: its kind, its scope, its period, its width. */
import { useId } from 'react'
import { BLOCK_KINDS, BLOCK_MONTHS, BLOCK_SIZES, hasScope, type BoardBlock } from '../../domain/board'
import { oneOf } from '../../domain/closedSet'
import type { Change } from '../../domain/change'
import { ref } from '../../domain/records/field'
import { isUnread } from '../../domain/typedValue'
import { PARETO_DIMENSIONS } from '../../metrics/nodeParetos'
import { RANKED_BY } from '../../metrics/rateRanking'
import { FormDialog } from '../../panels/FormDialog'
import { NodeField } from '../../panels/NodeField'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { useForm, type Form } from '../../panels/useForm'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly block: BoardBlock
  readonly isNew: boolean
  readonly onSave: (block: BoardBlock) => Promise<Change | null>
  readonly onClose: () => void
}

export function BlockDialog({ block, isNew, onSave, onClose }: Props) {
  const { t } = useText()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const form = useForm({ form: `board:block:${isNew ? 'new' : block.id}`, record: block, isNew })
  if (form === null) return null
  const typed = blockIn(form, block)
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => onSave(typed))
    if (end.ended !== 'done') return false
    sayDone(t.boardsSaved, end.value)
    return true
  }
  return (
    <FormDialog
      title={isNew ? t.blockAdd : t.blockEdit}
      form={form}
      submit={t.save}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <BlockFields form={form} block={typed} />
    </FormDialog>
  )
}

function blockIn(form: Form, block: BoardBlock): BoardBlock {
  const word = (name: string): string => {
    const value = form.valueOf(name)
    return typeof value === 'string' && !isUnread(value) ? value : ''
  }
  return {
    id: block.id,
    kind: oneOf(BLOCK_KINDS, form.valueOf('kind')) ?? block.kind,
    size: oneOf(BLOCK_SIZES, form.valueOf('size')) ?? block.size,
    nodeId: word('nodeId'),
    vehicleType: word('vehicleType'),
    depotId: word('depotId'),
    months: oneOf(BLOCK_MONTHS, form.valueOf('months')) ?? block.months,
    by: word('by'),
  }
}

function BlockFields({ form, block }: { readonly form: Form; readonly block: BoardBlock }) {
  const { t, language } = useText()
  const id = useId()
  const { answer: choices } = useEngine(`board-choices|${language}`, (engine) => engine.fleetChoices(language))
  const select = (name: string, label: string, options: readonly (readonly [value: string, label: string])[]) => (
    <div className="field">
      <label className="field-label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <select
        id={`${id}-${name}`}
        className="input"
        value={String(form.valueOf(name) ?? '')}
        onChange={(event) =>
          form.set(name, name === 'months' ? Number(event.target.value) : event.target.value || undefined)
        }
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
  const all = ['', t.all] as const
  return (
    <div className="form-grid">
      {select(
        'kind',
        t.blockKind,
        BLOCK_KINDS.map((kind) => [kind, t.blockKindName(kind)] as const),
      )}
      {select(
        'size',
        t.blockSize,
        BLOCK_SIZES.map((size) => [size, t.blockSizeName(size)] as const),
      )}
      {!hasScope(block.kind) ? null : (
        <>
          <NodeField
            field={ref('bomNodes', t.blockNode, t.blockNode)}
            id={`${id}-node`}
            value={block.nodeId === '' ? form.valueOf('nodeId') || undefined : block.nodeId}
            onChange={(value) => form.set('nodeId', value)}
          />
          {select(
            'months',
            t.blockMonths,
            BLOCK_MONTHS.map((months) => [String(months), t.blockMonthsName(String(months))] as const),
          )}
          {select('vehicleType', t.blockType, [
            all,
            ...(choices?.vehicleTypes ?? []).map((type) => [type, type] as const),
          ])}
          {select('depotId', t.blockDepot, [
            all,
            ...(choices?.depots ?? []).map((one) => [one.id, one.label] as const),
          ])}
          {block.kind === 'pareto'
            ? select(
                'by',
                t.blockBy,
                PARETO_DIMENSIONS.map((by) => [by, t.dimensionName(by)] as const),
              )
            : block.kind === 'ranking'
              ? select(
                  'by',
                  t.blockBy,
                  RANKED_BY.map((by) => [by, t.rankedBy(by)] as const),
                )
              : null}
        </>
      )}
    </div>
  )
}
