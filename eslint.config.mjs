import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noOutsideRead = { object: 'process', property: 'env', message: 'Only entries and the one-machine stack read the environment.' }

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.local/**', '.serverless/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // What a phone runs has no browser under it in WeChat.
    files: ['src/**/*.{ts,tsx}', 'contract/**/*.ts', 'ballot/**/*.ts'],
    ignores: ['src/**/*.h5.{ts,tsx}', 'src/**/*.test.{ts,tsx}', 'ballot/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'sessionStorage', 'location', 'fetch', 'URL', 'Intl'],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(at|findLast|findLastIndex|replaceAll|toSorted|toReversed|toSpliced)$/]',
          message: 'The oldest phones have no such method.',
        },
      ],
    },
  },
  {
    files: ['contract/**/*.ts', 'functions/**/*.ts'],
    ignores: ['functions/entry/**', 'functions/local/**', '**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', noOutsideRead] },
  },
  { files: ['functions/local/**', 'auditor/*.ts', 'tests/**', 'config/**', '**/*.test.{ts,tsx}'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
