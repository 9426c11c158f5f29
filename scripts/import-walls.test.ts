import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import tseslint from 'typescript-eslint'

// The real rules without those that need types, so that code that is on no disk can be judged.
const eslint = new ESLint({
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked },
    { languageOptions: { parserOptions: { project: false } } },
    { rules: { '@typescript-eslint/consistent-type-imports': 'off' } }
  ] as ESLint.Options['overrideConfig'] & object
})

const refusals: readonly (readonly [file: string, code: string, because: string])[] = [
  ['schemas/a.ts', "import 'node:fs'", 'This code must run in the window too'],
  ['schemas/a.ts', "import '../labelers/index.ts'", 'schemas/ knows only itself'],
  ['labelers/a/reduce.ts', "import 'node:fs'", 'This code must run in the window too'],
  ['labelers/a/reduce.ts', "import 'react'", 'Keep this pure'],
  ['labelers/a/reduce.ts', "import '../../project/files.ts'", 'A labeler is pure'],
  ['labelers/a/reduce.ts', "import './view/index.ts'", 'Keep this pure'],
  ['labelers/a/reduce.ts', "import '../b/reduce.ts'", 'A labeler never imports another'],
  ['labelers/a/reduce.ts', "export * from '../b/reduce.ts'", 'A labeler never imports another'],
  ['labelers/a/reduce.ts', "await import('../b/reduce.ts')", 'A labeler never imports another'],
  ['labelers/a/reduce.ts', "type B = import('../b/schema.ts').B", 'A labeler never imports another'],
  ['labelers/a/reduce.ts', "import '../index.ts'", 'A labeler never imports another'],
  ['labelers/a/formats/csv.ts', "import '../../b/formats/csv.ts'", 'A labeler never imports another'],
  ['labelers/a/reduce.test.ts', "import '../b/reduce.ts'", 'A labeler never imports another'],
  ['labelers/a/view/AView.tsx', "import '../../b/view/index.ts'", 'A labeler never imports another'],
  ['labelers/a/view/AView.tsx', "import 'node:fs'", 'This code must run in the window too'],
  ['labelers/a/view/AView.tsx', "import 'electron'", 'Only electron/main and electron/preload'],
  ['labelers/a/view/AView.tsx', "import '../../../renderer/state/desk.ts'", 'A view may use renderer/ui'],
  ['labelers/a/view/a.test.tsx', "import '../../../project/files.ts'", 'A labeler is pure'],
  ['labelers/a/labeler.ts', "import './formats/index.ts'", 'The window carries no formats'],
  ['labelers/a/view/AView.tsx', "import '../formats/csv.ts'", 'The window carries no formats'],
  ['labelers/a/labeler.ts', "import './example.ts'", 'An example is for tests'],
  ['labelers/kit/spans.ts', "import '../a/reduce.ts'", 'The kit knows no labeler'],
  ['project/a.ts', "import 'electron'", 'Only electron/main and electron/preload'],
  ['project/a.test.ts', "import '../cli/run.ts'", 'project/ is plain Node'],
  ['project/test/a.ts', "import '../../electron/main/index.ts'", 'project/ is plain Node'],
  ['project/a.ts', "import 'node:https'", 'Goldset is offline'],
  ['cli/a.ts', "import '../electron/main/session.ts'", 'The command line is a thin face'],
  ['electron/api/a.ts', "import '../../project/files.ts'", 'The contract is read on both sides'],
  ['electron/main/a.ts', "import '../../renderer/App.tsx'", 'Main and the window meet'],
  ['renderer/a.tsx', "import '../project/files.ts'", 'The window sees labelers'],
  ['renderer/a.tsx', "import '../electron/main/index.ts'", 'The window sees labelers'],
  ['renderer/a.test.tsx', "import 'electron'", 'Only electron/main and electron/preload'],
  ['renderer/a.tsx', "import '../labelers/formats.ts'", 'The window carries no formats'],
  ['renderer/ui/A.tsx', "import '../../labelers/index.ts'", 'renderer/ui knows nothing of labelling'],
  ['renderer/a.tsx', "void fetch('x')", 'Goldset is offline'],
  ['renderer/a.test.tsx', "void window.fetch('x')", 'Goldset is offline'],
  ['renderer/test/a.tsx', "new WebSocket('x')", 'Goldset is offline'],
  ['electron/main/a.ts', "void globalThis.fetch('x')", 'Goldset is offline'],
  ['renderer/a.tsx', "navigator.sendBeacon('x')", 'Goldset is offline'],
  ['renderer/a.tsx', "document.body.innerHTML = 'x'", 'Data comes from strangers'],
  ['renderer/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: b }} />', 'Data comes from strangers'],
  ['project/a.ts', 'RegExp(pattern)', 'A pattern that comes from data']
]

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['labelers/a/reduce.ts', "import '../kit/spans.ts'"],
  ['labelers/a/formats/csv.ts', "import '../schema.ts'"],
  ['labelers/a/view/AView.tsx', "import '../../../renderer/ui/Cap.tsx'"],
  ['labelers/a/view/AView.tsx', "import 'react'"],
  ['labelers/a/reduce.test.ts', "import 'node:fs'"],
  ['labelers/index.ts', "import './a/labeler.ts'"],
  ['labelers/formats.ts', "import * as a from './a/formats/index.ts'"],
  ['labelers/a/reduce.test.ts', "import './example.ts'"],
  ['project/formats.ts', "import '../labelers/formats.ts'"],
  ['renderer/test/window.tsx', "import '../../project/memory-files.ts'"],
  ['electron/main/a.ts', "import 'electron'"]
]

test('every wall refuses what it is for', async () => {
  const said = await Promise.all(
    refusals.map(async ([file, code]) => [file, code, await messages(file, code)])
  )
  expect(said).toEqual(
    refusals.map(([file, code, because]) => [file, code, [expect.stringContaining(because)]])
  )
})

test('what the rooms share goes through', async () => {
  const said = await Promise.all(
    allowed.map(async ([file, code]) => [file, code, await messages(file, code)])
  )
  expect(said).toEqual(allowed.map(([file, code]) => [file, code, []]))
})

async function messages(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  const own = /^(goldset\/|no-restricted-)/
  return (result?.messages ?? [])
    .filter(({ ruleId, fatal }) => fatal === true || own.test(ruleId ?? ''))
    .map(({ message }) => message)
}
