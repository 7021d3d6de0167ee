//! Files in chunks of whole lines.

use std::{
    fs::File,
    io::{self, Read},
    mem,
    path::{Path, PathBuf},
    sync::{atomic::Ordering::SeqCst, mpsc::SyncSender},
};

use crate::{CHUNKS, INTERRUPTED};

/// So many bytes are read at once; more if a line is longer.
const SIZE: usize = 256 << 10;

/// What compressed files begin with, and the command that reads them.
const COMPRESSED: [(&[u8], &str); 6] = [
    (b"\x1f\x8b", "gzip -dc"),
    (b"\x28\xb5\x2f\xfd", "zstd -dc"),
    (b"\xfd7zXZ\0", "xz -dc"),
    (b"BZh", "bzip2 -dc"),
    (b"\x04\x22\x4d\x18", "lz4 -dc"),
    (b"PK\x03\x04", "unzip -p"),
];

/// Whole lines of a file.
pub(crate) struct Chunk {
    /// Index of the file.
    pub(crate) file: usize,
    pub(crate) lines: Vec<u8>,
}

/// Gives the lines of all files to the jobs in turn.
pub(crate) fn read_all(files: &[PathBuf], queues: &[SyncSender<Chunk>]) -> io::Result<()> {
    let mut queues = queues.iter().cycle();
    for (file, path) in files.iter().enumerate() {
        let named =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let mut input = open(path).map_err(named)?;
        let mut rest = Vec::new();
        let mut is_start = true;
        while let Some(lines) = next(&mut input, &mut rest).map_err(named)? {
            if mem::take(&mut is_start) {
                check(&lines).map_err(named)?;
            }
            let Some(queue) = queues.next().filter(|_| !INTERRUPTED.load(SeqCst)) else {
                return Ok(());
            };
            CHUNKS.fetch_add(1, SeqCst);
            // Without its job the queue is closed, and the job says why.
            let Ok(()) = queue.send(Chunk { file, lines }) else { return Ok(()) };
        }
    }
    Ok(())
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    Ok(if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
}

/// The next lines, as soon as there is one; what follows them stays in `rest`.
fn next(input: &mut impl Read, rest: &mut Vec<u8>) -> io::Result<Option<Vec<u8>>> {
    let mut lines = mem::take(rest);
    loop {
        let end = lines.len();
        lines.resize(SIZE.max(2 * end), 0);
        let read = input.read(&mut lines[end..]);
        lines.truncate(end + read.as_ref().map_or(0, |read| *read));
        match read {
            Ok(0) => return Ok(Some(lines).filter(|lines| !lines.is_empty())),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            Ok(_) => {
                if let Some(last) = memchr::memrchr(b'\n', &lines[end..]) {
                    *rest = lines.split_off(end + last + 1);
                    return Ok(Some(lines));
                }
            }
        }
    }
}

fn check(start: &[u8]) -> io::Result<()> {
    match COMPRESSED.iter().find(|(magic, _)| start.starts_with(magic)) {
        None => Ok(()),
        Some((_, tool)) => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("compressed; read it by: {tool} FILE | batch -"),
        )),
    }
}
