import tseslint from 'typescript-eslint'

/** Folders and what they may not import, each message naming what to import instead (docs/architecture.md). */
const wall = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] }
})
const no = (regex, message) => ({ regex, message })
const electron = no(
  '^electron($|/)',
  'Only electron/main and electron/preload may import electron; add a call to electron/api/contract.ts.'
)
const node = no(
  '^node:',
  'This code must run in the window too; do it in project/ and reach it over electron/api/contract.ts.'
)
const react = no('^react', 'Keep this pure; React belongs in view/ or renderer/.')
const up = (names, message) => no(`(^|/)\\.\\./(.*/)?(${names})/`, message)

export default tseslint.config(
  {
    ignores: ['out/**', 'dist/**', 'node_modules/**', 'schemas/published/**', '.cache/**', '**/*.config.js']
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
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
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map(name => ({
          name,
          message:
            'Goldset is offline. Files come through project/, media through goldset:// addresses in elements.'
        }))
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Data comes from strangers and is text, never HTML. Render it as children.'
        },
        {
          selector: 'NewExpression[callee.name="RegExp"]',
          message:
            'A pattern that comes from data can hang the native engine. For our own constant use a literal.'
        }
      ]
    }
  },
  wall(
    ['schemas/**'],
    ['**/*.test.ts', 'schemas/publish.ts'],
    [
      electron,
      node,
      react,
      up(
        'labelers|project|cli|renderer',
        'schemas/ knows only itself; what an answer contains belongs to its labeler.'
      )
    ]
  ),
  wall(
    ['labelers/**'],
    ['**/*.test.ts', 'labelers/*/view/**', 'labelers/views.ts', 'labelers/kit/view.ts'],
    [
      electron,
      node,
      react,
      up(
        'project|cli|renderer|electron',
        'A labeler is pure: move shared maths to labelers/kit, input and output to project/.'
      )
    ]
  ),
  wall(
    ['labelers/*/view/**'],
    [],
    [
      electron,
      node,
      up('project|cli|electron', 'A view reaches the outside through its ViewProps.'),
      up(
        'renderer/(?!ui|theme)',
        'A view may use renderer/ui and renderer/theme only; all else comes in ViewProps.'
      )
    ]
  ),
  wall(
    ['labelers/text-entities/**'],
    [],
    [up('choice', 'A labeler never imports another; share through labelers/kit.')]
  ),
  wall(
    ['labelers/choice/**'],
    [],
    [up('text-entities', 'A labeler never imports another; share through labelers/kit.')]
  ),
  wall(
    ['project/**'],
    [],
    [
      electron,
      react,
      up(
        'cli|renderer|electron',
        'project/ is plain Node and knows no face; the caller passes in what it needs.'
      )
    ]
  ),
  wall(
    ['cli/**'],
    [],
    [electron, react, up('renderer|electron', 'The command line is a thin face over project/.')]
  ),
  wall(
    ['renderer/**'],
    ['renderer/**/*.test.tsx', 'renderer/test/**'],
    [
      electron,
      node,
      up(
        'project|cli|electron/main|electron/preload',
        'The window sees labelers, schemas and electron/api; ask through the client.'
      )
    ]
  ),
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'reliability/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off'
    }
  }
)
