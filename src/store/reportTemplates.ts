/** The company's own templates: the record in the log like any other, the bytes of the workbook once per content. */
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import type { Json } from '../domain/records/field'
import type { ReportTemplate } from '../domain/records/reportTemplate'
import type { StoredRecord } from '../domain/records/tables'
import { bytesOf, storeBlob } from './attachments'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'

export interface TemplateToSave {
  /** Chosen before the first save, so that saving twice in a hurry stores one template. */
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly language: string
  readonly fileName: string
  readonly bytes: ArrayBuffer
  readonly binding: Json
}

/**
 * Stores a template with its workbook, in one transaction; one that was deleted meanwhile comes back.
 * @throws NotReadBack when what the disk gives back is not what was put there
 */
export function saveTemplate(
  { id, bytes, ...fields }: TemplateToSave,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return storeBlob(
    bytes,
    async (sha256) => {
      const known = await db.recordsOf('reportTemplates').get(id)
      return commit(
        { name: known !== undefined ? 'edit-template' : 'add-template', person },
        async (db) => {
          if ((await db.blobs.get(sha256)) === undefined) await db.blobs.put({ sha256, bytes })
          return [
            {
              table: 'reportTemplates' as const,
              record: id,
              fields: {
                ...fields,
                sha256,
                size: bytes.byteLength,
                ...(known?.deleted === true ? { deleted: null } : {}),
              },
            },
          ]
        },
        db,
      )
    },
    db,
  )
}

/** Its workbook stays on the device, so that taking this back brings all of it. */
export const deleteTemplate = (id: string, person: Person, db: FracasDatabase = database): Promise<Change | null> =>
  commit(
    { name: 'delete-template', person },
    async () => [{ table: 'reportTemplates' as const, record: id, fields: { deleted: true } }],
    db,
  )

export async function duplicateTemplate(
  id: string,
  name: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'add-template', person },
    async (db) => {
      const known = await db.recordsOf('reportTemplates').get(id)
      if (known === undefined) return []
      const { kind, language, fileName, sha256, size, binding } = known
      return [
        {
          table: 'reportTemplates' as const,
          record: newId(),
          fields: { name, kind, language, fileName, sha256, size, binding },
        },
      ]
    },
    db,
  )
}

/** By name. */
export const allTemplates = async (
  db: FracasDatabase = database,
): Promise<readonly StoredRecord<'reportTemplates'>[]> =>
  (await db.recordsOf('reportTemplates').toArray())
    .filter(({ deleted }) => deleted !== true)
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'zh'))

/** A template with its workbook; null when it is gone. */
export async function templateOf(
  id: string,
  db: FracasDatabase = database,
): Promise<{ readonly template: ReportTemplate; readonly bytes: ArrayBuffer } | null> {
  const template = await db.recordsOf('reportTemplates').get(id)
  const bytes = template === undefined || template.deleted === true ? null : await bytesOf(template, db)
  return template === undefined || bytes === null ? null : { template, bytes }
}
