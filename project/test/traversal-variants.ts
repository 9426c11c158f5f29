const targets = ['etc/passwd', 'proj-secret/key.txt', 'outside/secret.txt', 'secret.txt', 'windows/win.ini']
const parents = [
  '..',
  '...',
  '....',
  '. .',
  '.. ',
  ' ..',
  '..\u0000',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '\u2025',
  '\uff0e\uff0e',
  '\u2024\u2024',
  '.\u200b.',
  '..;',
  '..%00',
  '..%20',
  '....//..',
  '~',
  '${HOME}',
  '..\u0301'
]
const separators = [
  '/',
  '//',
  '\\',
  '\\\\',
  '/./',
  '%2f',
  '%2F',
  '%5c',
  '%255c',
  '%252f',
  '%c0%af',
  '\u2215',
  '\uff0f',
  '\u2044',
  '\u29f5',
  '/\u0000',
  ';/'
]
const starts = ['', 'data/', './', '/', '//', 'data/../']
const absolutes = [
  '/',
  '//',
  '\\',
  '\\\\',
  'C:/',
  'C:\\',
  'c:',
  '//server/share/',
  '\\\\server\\share\\',
  '\\\\?\\C:\\',
  '\\\\.\\',
  'file:///',
  'file:',
  '%2f',
  '/proc/self/root/',
  '/dev/fd/../../',
  'goldset-data://media/',
  'data\u0000/',
  '\u0000/',
  '~/'
]
const ends = ['', '\u0000', '\u0000.png', '%00.png', '.', ' ', '/', '/.', '::$DATA', '?x', '#x']

/**
 * Paths that try to leave a project folder, each once, at least 10,000: parents and separators of every kind, plain,
 * encoded once and twice, absolute, UNC, drives, streams. Aimed at `proj-secret`, `outside` and `secret.txt` beside
 * a project folder called `proj`; whoever tests puts them there. Symbolic links are for the caller to make.
 */
export function traversalVariants(): readonly string[] {
  const variants = new Set<string>()
  for (const target of targets) {
    for (const start of starts)
      for (const parent of parents)
        for (const separator of separators)
          for (const depth of [1, 3, 8]) variants.add(start + (parent + separator).repeat(depth) + target)
    for (const absolute of absolutes) for (const end of ends) variants.add(absolute + target + end)
    for (const end of ends) variants.add(`../${target}${end}`)
  }
  for (const variant of [...variants].filter((_, index) => index % 7 === 0)) {
    variants.add(encodeURIComponent(variant))
    variants.add(encodeURIComponent(encodeURIComponent(variant)))
  }
  return [...variants]
}
