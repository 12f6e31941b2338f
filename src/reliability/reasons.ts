/**
 * Why a figure does not exist, and what to do instead. Every reason a function of this folder can give has its line;
 * one without does not compile.
 */
export const REASONS = {
  'causes-not-separable': {
    zh: '所选原因里有的处处相同，或由其他原因就能推出，分不开各自的影响。请去掉一个，或换一个分得开的原因。',
    en: 'One of the chosen causes never varies or follows from the others, so their effects cannot be told apart. Leave one out.',
  },
  'event-at-the-edge': {
    zh: '有故障正好落在观察的起点或终点，检验算不出。请核对时间，或把观察期放宽一天。',
    en:
      'A failure stands exactly at the start or the end of watching, so the test has no value. ' +
      'Check its time, or widen the period by a day.',
  },
  'event-at-zero': {
    zh: '有故障的累计时间或里程为 0，幂律模型取不了对数。请核对起点（投运日期、里程读数），或把观察起点提前。',
    en:
      'A failure stands at zero time or distance, where the power law has no logarithm. Check ' +
      'the start (in-service date, readings) or begin watching earlier.',
  },
  'fewer-than-two-ages': {
    zh: '失效时间不足两个不同的值，画不出直线。请用威布尔-贝叶斯法（给定 β）或只报寿命下界。',
    en: 'Fewer than two different ages at failure: no line can be drawn. Use Weibayes (shape given) or state a lower bound only.',
  },
  'fewer-than-two-events': {
    zh: '可用的故障不足两条，检验没有意义。请放宽时期或合并到上一级部件；现在只报 MTBF 下界。',
    en: 'Fewer than two failures are left to test. Widen the period or go one level up; for now state the lower bound of the MTBF only.',
  },
  'fewer-than-two-groups': {
    zh: '有暴露量的组不足两个，没有可比的。请换一种分组，或放宽时期和列车。',
    en: 'Fewer than two groups have any exposure: there is nothing to compare. Group otherwise, or widen period and trains.',
  },
  'fewer-than-two-intervals': {
    zh: '故障间隔不足两个，比不出先后。请放宽时期，或改用只看时刻的拉普拉斯检验。',
    en:
      'Fewer than two intervals between failures: there is no order to compare. Widen the ' +
      'period, or use the Laplace test, which looks at times.',
  },
  'fewer-than-two-systems': {
    zh: '只有一个系统，谈不上彼此一致。请直接看它自己的增长曲线。',
    en: 'There is one system only, so nothing to compare. Look at its own growth curve.',
  },
  'group-not-recorded': {
    zh: '记录里没有写这一项，分不了组。请在列车、部件或序列件上补写，或换一种分组。',
    en: 'Nothing on record says which group is which. Fill it in on trains, parts or items, or group otherwise.',
  },
  'group-unknown-in-use': {
    zh: '只有失效的件写了这一项，还在用的件大多没写：知道谁坏了，不知道谁没坏，比不得。请给在用件补写。',
    en:
      'Failed parts carry it, most parts still in use do not: who failed is known, who did not is not, so rates would ' +
      'mislead. Record it for the parts in use.',
  },
  'identical-intervals': {
    zh: '各故障间隔完全相同，没有离散可比。请核对时间是否被取整，或改用拉普拉斯检验。',
    en:
      'All intervals between failures are equal, so there is no spread to compare with. Check ' +
      'whether times were rounded, or use the Laplace test.',
  },
  'identical-times': {
    zh: '各故障时间完全相同，估不出增长。请核对是否为同一事件的重复登记。',
    en: 'All failures share one time, so no growth can be estimated. Check whether one event was recorded several times.',
  },
  'no-common-ages': {
    zh: '没有一个失效年龄上同时有两组的件在用，各组的寿命无从比较。请放宽时期，或改比故障率。',
    en: 'At no age of failure were parts of two groups in use, so their lives cannot be compared. Widen the period, or compare rates.',
  },
  'no-events': {
    zh: '观察期内没有可检验的故障。请放宽时期；现在只报 MTBF 下界。',
    en: 'No failure is left to test in the period. Widen it; for now state the lower bound of the MTBF.',
  },
  'no-exposure': {
    zh: '没有已知的里程或时间，率无从算起。请导入里程或运行时间。',
    en: 'No distance or time is known, so there is nothing to divide by. Import mileage or operating hours.',
  },
  'no-failure-before-end': {
    zh: '所有故障都落在观察终点，看不出快慢。请核对观察终点，或等有后续里程后再算。',
    en:
      'Every failure stands at the end of watching, so neither growth nor wear can be seen. ' +
      'Check the end of the period, or wait until more has been run.',
  },
  'no-failure-to-end-on': {
    zh: '定数截尾需要至少一条故障。现场数据请按定时截尾计算。',
    en: 'A watch that ends with a failure needs at least one. Field data end at a set time: compute them so.',
  },
  'no-failures': {
    zh: '没有故障，估不出寿命或率，只有下界。请看 MTBF 单侧下界，或给定 β 用威布尔-贝叶斯法求特征寿命下界。',
    en:
      'Without a failure there is no estimate, only a lower bound. See the one-sided MTBF, or ' +
      'take a shape from like parts and use Weibayes for a lower bound of η.',
  },
  'no-interior-maximum': {
    zh: '三参数威布尔没有稳定的起始寿命。请用两参数威布尔；若曲线明显弯曲，先按故障模式拆分。',
    en:
      'The three-parameter Weibull has no settled threshold. Use the two-parameter law; where ' +
      'the plot clearly bends, split by failure mode first.',
  },
  'no-maximum': {
    zh: '似然函数没有最大值，这组数据定不下这个分布。请换一个分布，或给定 β 用威布尔-贝叶斯法。',
    en: 'The likelihood has no maximum: these data do not settle this law. Choose another law, or use Weibayes with a given shape.',
  },
  'no-whole-trains': {
    zh: '没有一列车从投运起就在记录之内，说不清车上各件的年龄。请补序列号或安装位置。',
    en: 'No train has been on record since it entered service, so the ages of its parts are unknown. Record serials or positions.',
  },
  'parts-not-identified': {
    zh: '一列车上有多件，故障却没写序列号或位置，不知道坏的是哪一件，也就不知道它用了多久。请补序列号、位置或车厢号。',
    en:
      'Several of these parts are on a train and the records name neither serial nor position: which one failed, and how ' +
      'old it was, is unknown. Record serials, positions or cars.',
  },
  'shape-unbounded': {
    zh: '只有一个失效时间且没有活得更久的件，形状参数 β 会无限大。请给定 β 用威布尔-贝叶斯法，或只报寿命下界。',
    en:
      'There is one age at failure and no part lived longer, so the shape β grows without end. ' +
      'Use Weibayes with a given shape, or state a lower bound only.',
  },
  'system-without-events': {
    zh: '有的系统没有故障，无法逐个比较增长。请去掉它们后再比，并写明去掉了几个。',
    en: 'A system without failures has no growth to compare. Leave such systems out, and say how many they were.',
  },
  'too-few-failures': {
    zh: '故障太少，不足以给出区间。请放宽时期或合并到上一级部件。',
    en: 'Too few failures for bounds. Widen the period or go one level up.',
  },
  'too-few-repairs': {
    zh: '写明修复时间的不足两次，给不出平均和区间。请在现场处理里填开始、完成时间或工时。',
    en:
      'Fewer than two repairs carry their time, so there is neither a mean nor bounds. Record start and finish, or hours, ' +
      'with the handling.',
  },
  'identical-hours': {
    zh: '各次修复时间完全相同，没有离散可言，多半是照一个数填的。请核对原始记录。',
    en: 'All repair times are equal, so nothing scatters; they were probably filled in alike. Check the original records.',
  },
  'too-many-failures': {
    zh: '故障太多，精确的概率算不过来。请缩短时期，或在左边选一个下级部件。',
    en: 'Too many failures for the exact chance to be worked out. Shorten the period, or choose a part below.',
  },
  'wear-out-needed': {
    zh: 'β 不大于 1，或故障更换并不更贵：提前更换没有好处。请改为故障后更换，并查早期失效的原因。',
    en:
      'The shape is not above 1, or replacing after a failure costs no more: replacing early ' +
      'never pays. Replace on failure, and look for the cause of early failures.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export type Reason = keyof typeof REASONS
