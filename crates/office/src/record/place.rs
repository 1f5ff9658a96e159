//! Where a record may lie: on a disk of this machine. Files that a network, a stick or a synchronising program moves under the
//! engine's feet lose what was saved.

use std::path::{Component, Path, PathBuf};

use crate::{Refusal, Result, refusal};

/// Kinds of file systems that reach over a network or through a program of the desktop.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "smb2",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "fuse.sshfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.s3fs",
    "fuse.glusterfs",
    "ncpfs",
    "drvfs",
    "vboxsf",
    "virtiofs",
];
/// Folders whose names tell that a program copies them elsewhere; compared without regard to case.
const SYNCED: &[&str] = &[
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "nextcloud",
    "owncloud",
    "syncthing",
    "nutstore",
    "nutstore files",
    "我的坚果云",
    "坚果云",
    "baidusyncdisk",
    "百度网盘",
    "wps云盘",
    "wpsdrive",
    "腾讯微云",
    "weiyun",
];
/// Files by which synchronising programs mark their folders.
const MARKS: &[&str] =
    &[".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync_nextcloud.db"];

/// What a place is, when a record may not lie there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsafe {
    /// Reached over a network; the kind of file system.
    Network(String),
    /// Can be pulled out.
    Removable(String),
    /// Copied elsewhere by a program; the folder that tells.
    Synced(PathBuf),
}

/// Refuses a folder that is no safe place for the live record.
pub fn refuse_unsafe(folder: &Path) -> Result<()> {
    let whole = absolute(folder);
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    match look(&whole, &mounts, &removable, &|path| path.exists()) {
        None => Ok(()),
        Some(found) => Err(refused(&found, folder)),
    }
}

fn refused(found: &Unsafe, folder: &Path) -> Refusal {
    let folder = folder.display();
    match found {
        Unsafe::Network(kind) => refusal!("place_is_network", folder = folder, kind = kind),
        Unsafe::Removable(device) => refusal!("place_is_removable", folder = folder, device = device),
        Unsafe::Synced(by) => refusal!("place_is_synced", folder = folder, by = by.display()),
    }
}

/// The folder with what is there of it resolved, so that a link to a share is seen as one.
fn absolute(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = whole.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    match there {
        Some((part, real)) => match whole.strip_prefix(part) {
            Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
            _ => real,
        },
        None => whole,
    }
}

/// Looks at a folder, given the table of mounts, which devices are removable, and which marks lie where.
pub fn look(
    folder: &Path,
    mounts: &str,
    removable: &dyn Fn(&str) -> bool,
    there: &dyn Fn(&Path) -> bool,
) -> Option<Unsafe> {
    if let Some(Component::Prefix(prefix)) = folder.components().next() {
        use std::path::Prefix;
        if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) {
            return Some(Unsafe::Network("UNC".to_owned()));
        }
    }
    for part in folder.ancestors() {
        let name = part.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let named = SYNCED.iter().any(|synced| name == *synced || name.starts_with(&format!("{synced} - ")));
        if named || MARKS.iter().any(|mark| there(&part.join(mark))) {
            return Some(Unsafe::Synced(part.to_owned()));
        }
    }
    let (kind, device) = mount_of(folder, mounts)?;
    if NETWORK.contains(&kind.as_str()) {
        return Some(Unsafe::Network(kind));
    }
    removable(&device).then_some(Unsafe::Removable(device))
}

/// The kind of file system and the device of the innermost mount that holds a folder.
fn mount_of(folder: &Path, mounts: &str) -> Option<(String, String)> {
    let mut best: Option<(usize, String, String)> = None;
    for line in mounts.lines() {
        let (left, right) = line.split_once(" - ")?;
        let point = left.split(' ').nth(4).map(unescaped)?;
        let mut right = right.split(' ');
        let (Some(kind), Some(device)) = (right.next(), right.next()) else {
            continue;
        };
        if folder.starts_with(&point) {
            let depth = Path::new(&point).components().count();
            if best.as_ref().is_none_or(|(deepest, ..)| depth >= *deepest) {
                best = Some((depth, kind.to_owned(), device.to_owned()));
            }
        }
    }
    best.map(|(_, kind, device)| (kind, device))
}

/// The table of mounts writes a space as `\040`.
fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Whether the kernel calls the disk of a device removable.
fn removable(device: &str) -> bool {
    let Some(name) = Path::new(device).file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    let here = Path::new("/sys/class/block").join(name);
    let disk = here.canonicalize().unwrap_or(here);
    // A partition's own folder lies inside its disk's.
    [Some(disk.as_path()), disk.parent()]
        .into_iter()
        .flatten()
        .any(|folder| std::fs::read_to_string(folder.join("removable")).is_ok_and(|text| text.trim() == "1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 254:0 / / rw - ext4 /dev/vda rw\n\
        30 22 0:40 / /mnt/share rw - cifs //server/share rw\n\
        31 22 0:41 / /net/home rw - nfs4 server:/home rw\n\
        32 22 8:17 / /media/li/KINGSTON\\040USB rw - vfat /dev/sdb1 rw\n\
        33 22 0:43 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n\
        34 22 0:44 / /mnt/c rw - 9p C: rw\n\
        35 22 8:1 / /home rw - ext4 /dev/sda1 rw\n";

    fn at(folder: &str) -> Option<Unsafe> {
        look(Path::new(folder), MOUNTS, &|device| device == "/dev/sdb1", &|path| {
            path == Path::new("/home/wang/文档/.stfolder")
        })
    }

    #[test]
    fn a_disk_of_this_machine_is_safe() {
        for folder in
            ["/var/lib/anjuan", "/home/li/.local/share/anjuan/office", "/mnt/shared-not-mounted", "/home/wang"]
        {
            assert_eq!(at(folder), None, "{folder}");
        }
    }

    #[test]
    fn networks_sticks_and_synchronised_folders_are_told_apart() {
        let network = |kind: &str| Some(Unsafe::Network(kind.to_owned()));
        let synced = |folder: &str| Some(Unsafe::Synced(folder.into()));
        for (folder, told) in [
            ("/mnt/share/office", network("cifs")),
            ("/net/home/li", network("nfs4")),
            ("/run/user/1000/gvfs/smb-share", network("fuse.gvfsd-fuse")),
            ("/mnt/c/Users/li", network("9p")),
            ("/media/li/KINGSTON USB/office", Some(Unsafe::Removable("/dev/sdb1".to_owned()))),
            ("/home/li/OneDrive/office", synced("/home/li/OneDrive")),
            ("/home/li/OneDrive - 某单位/office", synced("/home/li/OneDrive - 某单位")),
            ("/home/li/Dropbox", synced("/home/li/Dropbox")),
            ("/home/li/我的坚果云/案卷", synced("/home/li/我的坚果云")),
            ("/home/li/Nextcloud/a/b/c", synced("/home/li/Nextcloud")),
            ("/home/li/BaiduSyncdisk/x", synced("/home/li/BaiduSyncdisk")),
            ("/home/wang/文档/office", synced("/home/wang/文档")),
        ] {
            assert_eq!(at(folder), told, "{folder}");
        }
    }

    #[test]
    fn the_folder_of_this_test_is_a_safe_place() {
        refuse_unsafe(tempfile::tempdir().unwrap().path()).unwrap();
    }
}
