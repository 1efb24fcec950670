import type { ThemeConfig } from 'antd'

/** Every colour, size and radius of the office web: the drawings' tokens. Contrast ratios are against the ground they stand on. */
export const tokens = {
  paper: '#f6f3ea',
  card: '#ffffff',
  /** 15.6:1 on card. */
  ink: '#1c2621',
  /** 6.6:1 on card, 5.9:1 on paper. */
  inkSoft: '#535f58',
  line: '#e3decf',
  /** Around what can be filled in. */
  edge: '#948d79',
  /** Acts; 6.7:1 under white. */
  field: '#17693f',
  fieldSoft: '#e4f0e8',
  /** The complaint line, overdue; 6.6:1 under white. */
  seal: '#b4281d',
  sealSoft: '#faeae7',
  /** Waits; 5.9:1 on card. */
  grain: '#8a5a00',
  grainSoft: '#fbf2dc',
  /** Where nothing is to be done. */
  greySoft: '#efebdf',
  /** The side bar, its words, and the place one is at. */
  night: '#12301f',
  nightInk: '#dbe7de',
  nightOn: '#1e4a32',
  radius: 12,
  radiusSmall: 8,
  font: '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif',
} as const

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Sets the tokens as custom properties, `--ink-soft` and so on, for the style sheets. */
export function applyTokens(root: HTMLElement) {
  for (const [name, value] of Object.entries(tokens))
    root.style.setProperty(`--${dashed(name)}`, typeof value === 'number' ? `${value}px` : value)
}

/** The same tokens as antd takes them. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: tokens.field,
    colorLink: tokens.field,
    colorSuccess: tokens.field,
    colorWarning: tokens.grain,
    colorError: tokens.seal,
    colorInfo: tokens.field,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextTertiary: tokens.inkSoft,
    colorTextDescription: tokens.inkSoft,
    colorTextPlaceholder: '#6b756f',
    colorBorder: tokens.edge,
    colorBorderSecondary: tokens.line,
    colorSplit: tokens.line,
    colorBgLayout: tokens.paper,
    borderRadius: tokens.radiusSmall,
    fontFamily: tokens.font,
    fontSize: 15,
    controlHeight: 38,
    lineWidth: 1,
    // Nothing moves: a page that is worked with all day stands still.
    motion: false,
  },
  components: {
    Table: {
      headerBg: tokens.card,
      headerColor: tokens.inkSoft,
      headerSplitColor: 'transparent',
      rowHoverBg: '#faf8f1',
      cellPaddingBlock: 10,
      cellPaddingInline: 10,
    },
    Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Drawer: { footerPaddingBlock: 12 },
  },
}
