import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { labelers } from '../labelers/index.ts'
import { ExportManifest } from './export-manifest.ts'
import { Item } from './item.ts'
import { LabelFile } from './label-file.ts'
import { Project } from './project.ts'
import { Stats } from './stats.ts'

/*
 * `npx tsx schemas/publish.ts` writes the JSON Schemas others validate our files with. They are committed;
 * published.test.ts fails when one is stale.
 */

const folder = new URL('published/', import.meta.url)

/** Every published schema, by file name. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const published = new Map([
    entry('project', 1, 'Goldset project (goldset.json)', Project),
    entry('label', 1, 'Goldset label file', LabelFile),
    entry('item', 1, 'Goldset item', Item),
    entry('export-manifest', 1, 'Goldset export manifest (goldset-export.json)', ExportManifest),
    entry('stats', 1, 'Goldset statistics (goldset stats --json)', Stats)
  ])
  for (const { id, title, version, schema } of labelers) {
    published.set(...entry(`config-${id}`, version, `Config of a task: ${title}`, schema.config))
    published.set(...entry(`answer-${id}`, version, `Answer to a task: ${title}`, schema.answer))
  }
  return published
}

function entry(name: string, version: number, title: string, schema: object): [string, string] {
  const { $id: _id, title: _title, ...rest } = schema as { $id?: string; title?: string }
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:goldset:schema:${name}:${version}`,
    title,
    ...rest
  }
  return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`]
}

async function publish(): Promise<void> {
  const schemas = publishedSchemas()
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) if (!schemas.has(name)) await rm(new URL(name, folder))
  for (const [name, text] of schemas) await writeFile(new URL(name, folder), text)
  console.log(`${schemas.size} schemas written to ${fileURLToPath(folder)}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await publish()
