//! A layer below the cipher, above the disk: it sees every byte that reaches a file, notes what was written and what was
//! brought onto the disk, and fails calls on demand. Only for folders that asked for it; all others pass through.

#![allow(unsafe_code, reason = "the engine's interface to files is C")]

use std::{
    collections::{BTreeMap, HashMap},
    ffi::{CStr, c_char, c_int, c_void},
    path::{Path, PathBuf},
    ptr,
    sync::{Mutex, MutexGuard, Once, PoisonError},
};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

/// What happened to a file, in order.
#[derive(Debug, Clone)]
pub enum Event {
    Create {
        file: String,
    },
    Write {
        file: String,
        offset: u64,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        size: u64,
    },
    Sync {
        file: String,
    },
    Delete {
        file: String,
    },
    /// The program was told that this entry is saved.
    Saved(i64),
}

/// Which call fails.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fault {
    /// The number of the call, from 1; 0 none.
    pub at: u64,
    /// From then on all.
    pub for_good: bool,
    /// The disk is full: writes fail with that, other calls pass.
    pub full: bool,
}

#[derive(Default)]
pub struct Watched {
    pub events: Vec<Event>,
    pub calls: u64,
    pub failed: u64,
    pub fault: Fault,
    pub noting: bool,
}

static FOLDERS: Mutex<BTreeMap<PathBuf, Watched>> = Mutex::new(BTreeMap::new());
static NAMES: Mutex<Option<HashMap<usize, (PathBuf, String)>>> = Mutex::new(None);

fn folders() -> MutexGuard<'static, BTreeMap<PathBuf, Watched>> {
    FOLDERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Watches the files of a folder from now on.
pub fn watch(folder: &Path, watched: Watched) {
    install();
    folders().insert(folder.to_owned(), watched);
}

/// Stops watching and gives what was seen.
pub fn unwatch(folder: &Path) -> Watched {
    folders().remove(folder).unwrap_or_default()
}

/// Notes that the program was told of a save.
pub fn saved(folder: &Path, entry: i64) {
    if let Some(watched) = folders().get_mut(folder) {
        watched.events.push(Event::Saved(entry));
    }
}

fn note(file: usize, event: impl FnOnce(String) -> Event) {
    let names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((folder, name)) = names.as_ref().and_then(|names| names.get(&file)) else {
        return;
    };
    let mut folders = folders();
    if let Some(watched) = folders.get_mut(folder).filter(|watched| watched.noting) {
        watched.events.push(event(name.clone()));
    }
}

/// Counts a call and says whether it is to fail, and how.
fn fails(folder: Option<&Path>, writes: bool, code: c_int) -> Option<c_int> {
    let mut folders = folders();
    let watched = folders.get_mut(folder?)?;
    watched.calls += 1;
    let Fault { at, for_good, full } = watched.fault;
    let hit = at > 0 && (watched.calls == at || (for_good && watched.calls > at));
    if !hit || (full && !writes) {
        return None;
    }
    watched.failed += 1;
    Some(if full { ffi::SQLITE_FULL } else { code })
}

fn folder_of(file: usize) -> Option<PathBuf> {
    let names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    names.as_ref()?.get(&file).map(|(folder, _)| folder.clone())
}

#[repr(C)]
struct Layered {
    base: sqlite3_file,
    /// The real file follows in memory.
    real: [u64; 0],
}

unsafe fn real_file(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<u8>().add(size_of::<Layered>()).cast() }
}

unsafe fn methods(file: *mut sqlite3_file) -> &'static sqlite3_io_methods {
    unsafe { &*(*real_file(file)).pMethods }
}

unsafe fn real_vfs(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    unsafe { (*vfs).pAppData.cast() }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe {
        (*file).pMethods = ptr::null();
        let path = (!name.is_null()).then(|| PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned()));
        let folder = path.as_deref().and_then(Path::parent).map(Path::to_owned);
        if let Some(code) = fails(folder.as_deref(), false, ffi::SQLITE_CANTOPEN) {
            return code;
        }
        let there = path.as_deref().is_none_or(Path::exists);
        let real = real_vfs(vfs);
        let code = (*real).xOpen.unwrap()(real, name, real_file(file), flags, out);
        if code == ffi::SQLITE_OK {
            (*file).pMethods = &raw const METHODS;
            let watched = folder.as_ref().is_some_and(|folder| folders().contains_key(folder));
            if let (true, Some(path), Some(folder)) = (watched, path, folder) {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
                names.get_or_insert_with(HashMap::new).insert(file as usize, (folder, name));
                drop(names);
                if !there {
                    note(file as usize, |file| Event::Create { file });
                }
            }
        }
        code
    }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    unsafe {
        let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
        if let Some(code) = fails(path.parent(), false, ffi::SQLITE_IOERR_DELETE) {
            return code;
        }
        {
            let mut folders = folders();
            if let Some(watched) =
                path.parent().and_then(|folder| folders.get_mut(folder)).filter(|watched| watched.noting)
            {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                watched.events.push(Event::Delete { file });
            }
        }
        let real = real_vfs(vfs);
        (*real).xDelete.unwrap()(real, name, sync)
    }
}

unsafe extern "C" fn access(vfs: *mut sqlite3_vfs, name: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xAccess.unwrap()(real, name, flags, out)
    }
}

unsafe extern "C" fn full_path(vfs: *mut sqlite3_vfs, name: *const c_char, size: c_int, out: *mut c_char) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xFullPathname.unwrap()(real, name, size, out)
    }
}

unsafe extern "C" fn randomness(vfs: *mut sqlite3_vfs, size: c_int, out: *mut c_char) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xRandomness.unwrap()(real, size, out)
    }
}

unsafe extern "C" fn sleep(vfs: *mut sqlite3_vfs, micros: c_int) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xSleep.unwrap()(real, micros)
    }
}

unsafe extern "C" fn time(vfs: *mut sqlite3_vfs, out: *mut f64) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xCurrentTime.unwrap()(real, out)
    }
}

unsafe extern "C" fn time64(vfs: *mut sqlite3_vfs, out: *mut sqlite3_int64) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xCurrentTimeInt64.unwrap()(real, out)
    }
}

unsafe extern "C" fn last_error(vfs: *mut sqlite3_vfs, size: c_int, out: *mut c_char) -> c_int {
    unsafe {
        let real = real_vfs(vfs);
        (*real).xGetLastError.map_or(0, |get| get(real, size, out))
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    unsafe {
        let code = methods(file).xClose.unwrap()(real_file(file));
        if let Some(names) = NAMES.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            names.remove(&(file as usize));
        }
        code
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, size: c_int, offset: sqlite3_int64) -> c_int {
    unsafe {
        if let Some(code) = fails(folder_of(file as usize).as_deref(), false, ffi::SQLITE_IOERR_READ) {
            return code;
        }
        methods(file).xRead.unwrap()(real_file(file), to, size, offset)
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, size: c_int, offset: sqlite3_int64) -> c_int {
    unsafe {
        if let Some(code) = fails(folder_of(file as usize).as_deref(), true, ffi::SQLITE_IOERR_WRITE) {
            return code;
        }
        let bytes = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(size).unwrap_or(0));
        note(file as usize, |file| Event::Write {
            file,
            offset: u64::try_from(offset).unwrap_or(0),
            bytes: bytes.to_vec(),
        });
        methods(file).xWrite.unwrap()(real_file(file), from, size, offset)
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    unsafe {
        if let Some(code) = fails(folder_of(file as usize).as_deref(), true, ffi::SQLITE_IOERR_TRUNCATE) {
            return code;
        }
        note(file as usize, |file| Event::Truncate { file, size: u64::try_from(size).unwrap_or(0) });
        methods(file).xTruncate.unwrap()(real_file(file), size)
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    unsafe {
        if let Some(code) = fails(folder_of(file as usize).as_deref(), false, ffi::SQLITE_IOERR_FSYNC) {
            return code;
        }
        note(file as usize, |file| Event::Sync { file });
        methods(file).xSync.unwrap()(real_file(file), flags)
    }
}

unsafe extern "C" fn size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    unsafe {
        if let Some(code) = fails(folder_of(file as usize).as_deref(), false, ffi::SQLITE_IOERR_FSTAT) {
            return code;
        }
        methods(file).xFileSize.unwrap()(real_file(file), out)
    }
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, kind: c_int) -> c_int {
    unsafe { methods(file).xLock.unwrap()(real_file(file), kind) }
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, kind: c_int) -> c_int {
    unsafe { methods(file).xUnlock.unwrap()(real_file(file), kind) }
}

unsafe extern "C" fn reserved(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    unsafe { methods(file).xCheckReservedLock.unwrap()(real_file(file), out) }
}

unsafe extern "C" fn control(file: *mut sqlite3_file, what: c_int, argument: *mut c_void) -> c_int {
    unsafe { methods(file).xFileControl.unwrap()(real_file(file), what, argument) }
}

unsafe extern "C" fn sector(file: *mut sqlite3_file) -> c_int {
    unsafe { methods(file).xSectorSize.unwrap()(real_file(file)) }
}

unsafe extern "C" fn device(file: *mut sqlite3_file) -> c_int {
    // Nothing is promised of the disk: no safe append, no order, no overwrite in powers of two.
    unsafe { methods(file).xDeviceCharacteristics.unwrap()(real_file(file)) & ffi::SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN }
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    at: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    unsafe { methods(file).xShmMap.unwrap()(real_file(file), at, size, extend, out) }
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, offset: c_int, n: c_int, flags: c_int) -> c_int {
    unsafe { methods(file).xShmLock.unwrap()(real_file(file), offset, n, flags) }
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    unsafe { methods(file).xShmBarrier.unwrap()(real_file(file)) }
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    unsafe { methods(file).xShmUnmap.unwrap()(real_file(file), delete) }
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector),
    xDeviceCharacteristics: Some(device),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Puts the layer in, once for the process.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| unsafe {
        let real = ffi::sqlite3_vfs_find(ptr::null());
        let layer = Box::new(sqlite3_vfs {
            iVersion: 2,
            szOsFile: (*real).szOsFile + c_int::try_from(size_of::<Layered>()).unwrap(),
            mxPathname: (*real).mxPathname,
            pNext: ptr::null_mut(),
            zName: c"watched".as_ptr(),
            pAppData: real.cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_path),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(time),
            xGetLastError: Some(last_error),
            xCurrentTimeInt64: Some(time64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        });
        assert_eq!(ffi::sqlite3_vfs_register(Box::into_raw(layer), 1), ffi::SQLITE_OK);
    });
}
