import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const folders = [
  'schemas',
  'labelers',
  'project',
  'cli',
  'electron',
  'renderer',
  'scripts',
  'e2e',
  'bench',
  'reliability',
  'consumers'
]

test('no file imports itself through others', () => {
  expect(cyclesOf(valueImports())).toEqual([])
})

test('a cycle is found and named', () => {
  const imports = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['a.ts', 'd.ts']],
    ['d.ts', []]
  ])
  expect(cyclesOf(imports)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
})

/** Imports that exist at run time, by file: types are free to refer to each other. */
function valueImports(): Map<string, string[]> {
  const graph = new Map<string, string[]>()
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      graph.set(relative(root, file), importsOf(file))
    }
  }
  return graph
}

function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap(statement => {
    const isImport = ts.isImportDeclaration(statement)
    if (!isImport && !ts.isExportDeclaration(statement)) return []
    if (isImport ? statement.importClause?.isTypeOnly : statement.isTypeOnly) return []
    const bindings = isImport ? statement.importClause?.namedBindings : statement.exportClause
    const names =
      bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? [...bindings.elements] : []
    const onlyTypes =
      names.length > 0 && names.every(name => name.isTypeOnly) && !(isImport && statement.importClause?.name)
    const from = statement.moduleSpecifier
    if (onlyTypes || from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return []
    return [relative(root, resolve(dirname(file), from.text))]
  })
}

/** Every cycle met by a walk from each file in turn, written from its first file by name. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file)
    if (seen !== -1) {
      const loop = path.slice(seen)
      const first = loop.indexOf([...loop].sort()[0] ?? file)
      const turned = [...loop.slice(first), ...loop.slice(0, first)]
      found.add([...turned, turned[0]].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of [...graph.keys()].sort()) walk(file, [])
  return [...found].sort()
}
