import type { ThemeConfig } from 'antd'

/** Colours of the house, as in the citizens' pages; all of them hold WCAG AA on paper and ground. */
export const colours = {
  ink: '#1a2330',
  inkSoft: '#465160',
  paper: '#ffffff',
  ground: '#f4f6f8',
  line: '#d8dde4',
  lineStrong: '#6a7584',
  blue: '#0f4c99',
  blueDeep: '#0a356c',
  blueTint: '#eaf1fa',
  red: '#b4231f',
  redTint: '#fdf0ef',
  green: '#1b683b',
  greenTint: '#e8f4ec',
  amber: '#734600',
  amberTint: '#fff5dc',
} as const

/** System fonts only: nothing is loaded from anywhere. */
const fonts =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** How antd looks here: calm, roomy, no animation that has to be waited for. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.blue,
    colorLink: colours.blue,
    colorLinkHover: colours.blueDeep,
    colorInfo: colours.blue,
    colorError: colours.red,
    colorSuccess: colours.green,
    colorWarning: '#8a5a00',
    colorText: colours.ink,
    colorTextSecondary: colours.inkSoft,
    colorTextTertiary: colours.inkSoft,
    colorTextDescription: colours.inkSoft,
    colorTextPlaceholder: '#5f6b7a',
    colorTextDisabled: '#5f6b7a',
    colorBorder: '#8792a1',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    borderRadius: 6,
    fontFamily: fonts,
    fontSize: 15,
    controlHeight: 36,
    motion: false,
    wireframe: false,
  },
  components: {
    Layout: { headerBg: colours.paper, headerHeight: 60, headerPadding: '0 24px', bodyBg: colours.ground },
    Menu: { itemBg: 'transparent', horizontalItemSelectedColor: colours.blue, activeBarHeight: 3 },
    Table: { headerBg: colours.ground, headerColor: colours.inkSoft, cellPaddingBlock: 14 },
    Card: { bodyPadding: 24 },
  },
}
