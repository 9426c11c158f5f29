import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{schemas,labelers,project,cli,electron,scripts,renderer}/**/*.test.ts'],
          testTimeout: 30_000
        }
      },
      {
        test: {
          name: 'screens',
          environment: 'jsdom',
          setupFiles: 'renderer/test/missing-in-jsdom.ts',
          include: ['{renderer,labelers}/**/*.test.tsx'],
          testTimeout: 30_000
        }
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          exclude: ['e2e/package.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false
        }
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['e2e/package.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      },
      {
        test: {
          name: 'consumers',
          environment: 'node',
          include: ['consumers/**/*.lane.ts'],
          testTimeout: 60_000
        }
      },
      {
        test: {
          name: 'reliability',
          environment: 'node',
          include: ['reliability/**/*.lane.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          fileParallelism: false
        }
      }
    ]
  }
})
