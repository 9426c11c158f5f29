import { dirname, relative, resolve } from 'node:path'
import tseslint from 'typescript-eslint'

const no = (what, message) => ({ what, message })
const electron = no(
  /^electron(\/[a-z]+)?$/,
  'Only electron/main and electron/preload may import electron; add a call to electron/api/contract.ts.'
)
const node = no(
  /^node:/,
  'This code must run in the window too; do it in project/ and reach it over electron/api/contract.ts.'
)
const react = no(/^react/, 'Keep this pure; React belongs in view/ or renderer/.')
const network = no(
  /^node:(http|https|http2|net|tls|dgram|dns)($|\/)/,
  'Goldset is offline. Files come through project/.'
)
const tests = /(\.test\.tsx?|^[^/]+\/test\/.*)$/

/**
 * Which files may not import what, each message naming what to do instead (docs/architecture.md). `from` and `what` are
 * paths from the root, or names of packages. Every wall that a file stands behind counts.
 */
const walls = [
  { from: /^(?!scripts\/|e2e\/)/, refuses: [network] },
  { from: /^(?!electron\/(main|preload)\/|scripts\/|e2e\/|bench\/)/, refuses: [electron] },
  {
    from: /^schemas\/(?!publish\.ts$)/,
    but: tests,
    refuses: [
      node,
      react,
      no(
        /^(labelers|project|cli|renderer|electron)\//,
        'schemas/ knows only itself; what an answer contains belongs to its labeler.'
      )
    ]
  },
  {
    from: /^labelers\//,
    refuses: [
      no(
        /^(project|cli|electron)\//,
        'A labeler is pure: move shared maths to labelers/kit, input and output to project/.'
      ),
      no(
        /^renderer\/(?!ui\/|theme\/)/,
        'A view may use renderer/ui and renderer/theme only; all else comes in ViewProps.'
      )
    ]
  },
  { from: /^labelers\//, but: tests, refuses: [node] },
  {
    from: /^labelers\/(?!views\.ts$|kit\/view\.ts$|[^/]+\/view\/)/,
    but: tests,
    refuses: [
      react,
      no(/^(renderer\/|labelers\/[^/]+\/view\/)/, 'Keep this pure; what is drawn belongs in view/.')
    ]
  },
  {
    from: /^(renderer\/|labelers\/(?!formats\.ts$|[^/]+\/formats\/))/,
    but: tests,
    refuses: [
      no(
        /^labelers\/(formats\.ts$|[^/]+\/formats\/)/,
        'The window carries no formats: read and write files in project/, through labelers/formats.ts.'
      )
    ]
  },
  {
    from: /^/,
    but: tests,
    refuses: [no(/^labelers\/(?!kit\/)[^/]+\/example\.ts$/, 'An example is for tests only.')]
  },
  {
    from: /^labelers\/(?!kit\/|test\/)[^/]+\//,
    refuses: [
      no(
        (path, file) => /^labelers\/(?!kit\/|test\/)/.test(path) && path.split('/')[1] !== file.split('/')[1],
        'A labeler never imports another, nor the list of them; share through labelers/kit.'
      )
    ]
  },
  {
    from: /^labelers\/kit\//,
    refuses: [
      no(/^labelers\/(?!kit\/|test\/)/, 'The kit knows no labeler; what only one needs belongs to it.')
    ]
  },
  {
    from: /^project\//,
    refuses: [
      react,
      no(
        /^(cli|renderer|electron)\//,
        'project/ is plain Node and knows no face; the caller passes in what it needs.'
      )
    ]
  },
  {
    from: /^cli\//,
    refuses: [react, no(/^(renderer|electron)\//, 'The command line is a thin face over project/.')]
  },
  {
    from: /^electron\//,
    refuses: [react, no(/^(renderer|cli)\//, 'Main and the window meet in electron/api/contract.ts only.')]
  },
  {
    from: /^electron\/api\//,
    but: tests,
    refuses: [
      node,
      no(/^(project|electron\/(main|preload))\//, 'The contract is read on both sides of the process line.')
    ]
  },
  {
    from: /^renderer\//,
    but: tests,
    refuses: [
      node,
      no(
        /^(project|cli|electron\/main|electron\/preload)\//,
        'The window sees labelers, schemas and electron/api; ask through the client.'
      )
    ]
  },
  {
    from: /^renderer\/ui\//,
    refuses: [
      no(
        /^(labelers\/|renderer\/(?!ui\/|theme\/|test\/))/,
        'renderer/ui knows nothing of labelling; pass it in.'
      )
    ]
  }
]

const importWalls = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const fromRoot = path => relative(import.meta.dirname, path).replaceAll('\\', '/')
    const file = fromRoot(context.filename)
    const refused = walls
      .filter(({ from, but }) => from.test(file) && but?.test(file) !== true)
      .flatMap(({ refuses }) => refuses)
    const check = node => {
      const source = node.source ?? node.argument?.literal
      if (typeof source?.value !== 'string') return
      const path = source.value.startsWith('.')
        ? fromRoot(resolve(dirname(context.filename), source.value))
        : source.value
      const wall = refused.find(({ what }) => (what instanceof RegExp ? what.test(path) : what(path, file)))
      if (wall !== undefined) context.report({ node: source, message: wall.message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check
    }
  }
}

const networkNames = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection'
]
const offline =
  'Goldset is offline. Files come through project/, media through goldset:// addresses in elements.'

export default tseslint.config(
  {
    ignores: ['out/**', 'dist/**', 'node_modules/**', 'schemas/published/**', '.cache/**', '**/*.config.js']
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    plugins: { goldset: { rules: { 'import-walls': importWalls } } },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.pure.json', './tsconfig.node.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'goldset/import-walls': 'error',
      'no-restricted-globals': ['error', ...networkNames.map(name => ({ name, message: offline }))],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap(object =>
          networkNames.map(property => ({ object, property, message: offline }))
        ),
        { object: 'navigator', property: 'sendBeacon', message: offline }
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Data comes from strangers and is text, never HTML. Render it as children.'
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'Data comes from strangers and is text, never HTML. Use textContent.'
        },
        {
          selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
          message:
            'A pattern that comes from data can hang the native engine. For our own constant use a literal.'
        }
      ]
    }
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'reliability/**', 'consumers/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off'
    }
  },
  {
    // Tries what is refused, in order to see it fail.
    files: ['e2e/**'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' }
  }
)
