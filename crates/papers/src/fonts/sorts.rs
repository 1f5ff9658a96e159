//! Sorts of faces, each with the faces that stand for it, best first: with many characters before those with few, official ones
//! before others, and at the end what most machines have.

/// A sort of face.
pub(super) struct Sort {
    /// What its names have in them.
    marks: &'static [&'static str],
    /// Its faces.
    pub faces: &'static [&'static str],
}

/// Song as it stands in text; what has no other sort is of this one.
const SONG: Sort = Sort {
    marks: &[],
    faces: &[
        "宋体",
        "SimSun",
        "CESI宋体-GB18030",
        "CESI_SS_GB18030",
        "方正书宋_GBK",
        "FZShuSong-Z01",
        "新宋体",
        "NSimSun",
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "思源宋体",
        "Noto Serif SC",
        "AR PL UMing CN",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
        "微软雅黑",
    ],
};

const SORTS: &[Sort] = &[
    Sort {
        marks: &["仿宋", "fangsong", "simfang", "_fs_"],
        faces: &[
            "仿宋",
            "FangSong",
            "CESI仿宋-GB18030",
            "CESI_FS_GB18030",
            "方正仿宋_GBK",
            "FZFangSong-Z02",
            "仿宋_GB2312",
            "FangSong_GB2312",
            "CESI仿宋-GB2312",
            "华文仿宋",
            "STFangsong",
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "思源宋体",
            "宋体",
            "SimSun",
            "Noto Sans CJK SC",
        ],
    },
    Sort {
        marks: &["小标宋", "xiaobiaosong", "中宋", "zhongsong", "_xbs_"],
        faces: &[
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05S",
            "CESI小标宋-GB18030",
            "CESI_XBS_GB18030",
            "华文中宋",
            "STZhongsong",
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "思源宋体",
            "宋体",
            "SimSun",
            "Noto Sans CJK SC",
        ],
    },
    Sort {
        marks: &["楷", "kai", "_kt_"],
        faces: &[
            "楷体",
            "KaiTi",
            "CESI楷体-GB18030",
            "CESI_KT_GB18030",
            "方正楷体_GBK",
            "FZKai-Z03",
            "楷体_GB2312",
            "KaiTi_GB2312",
            "华文楷体",
            "STKaiti",
            "LXGW WenKai",
            "霞鹜文楷",
            "AR PL UKai CN",
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "宋体",
            "SimSun",
            "Noto Sans CJK SC",
        ],
    },
    Sort {
        marks: &["黑", "hei", "gothic", "sans", "_ht_"],
        faces: &[
            "黑体",
            "SimHei",
            "CESI黑体-GB18030",
            "CESI_HT_GB18030",
            "方正黑体_GBK",
            "FZHei-B01",
            "华文黑体",
            "STHeiti",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "思源黑体",
            "Noto Sans SC",
            "微软雅黑",
            "Microsoft YaHei",
            "WenQuanYi Zen Hei",
            "文泉驿正黑",
            "宋体",
            "SimSun",
        ],
    },
    SONG,
];

/// Faces with characters beyond the usual ones.
pub(super) const LAST_RESORTS: &[&str] = &[
    "宋体",
    "SimSun",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "SimSun-ExtB",
    "宋体-ExtB",
    "SimSun-ExtG",
    "Noto Serif CJK JP",
    "Noto Serif CJK TC",
    "Noto Sans CJK JP",
    "HanaMinB",
    "HanaMinA",
    "BabelStone Han",
    "Plangothic P1",
    "Plangothic P2",
    "MingLiU-ExtB",
    "PMingLiU-ExtB",
    "Microsoft YaHei",
];

/// The sort that a face belongs to by its name.
pub(super) fn sort_of(face: &str) -> &'static Sort {
    let name = face.to_lowercase();
    SORTS.iter().find(|sort| sort.marks.iter().any(|mark| name.contains(mark))).unwrap_or(&SONG_SORT)
}

/// Whether a face is one of titles, which are heavy without being bold.
pub(crate) fn is_heavy(face: &str) -> bool {
    sort_of(face).marks.contains(&"小标宋")
}

static SONG_SORT: Sort = SONG;
