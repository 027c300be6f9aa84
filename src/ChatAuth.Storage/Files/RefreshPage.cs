using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// The page of one family as a file. All its room is taken before anything is sent, so that a full disk is found then and not when the answer is there.
/// A page that has ended keeps its first kilobyte only.
/// </summary>
internal sealed class RefreshPage : IRefreshPage
{
    /// <summary>The end of a page's name.</summary>
    public const string Suffix = ".refresh";

    private const int KeptLength = 1024;
    private const int AnswerCapacity = 64 * 1024 + 512;

    private static readonly RefreshSlot EndSlot = new(0, KeptLength);
    private static readonly RefreshSlot FirstSlot = new(1024, 1024);
    private static readonly RefreshSlot SecondSlot = new(2048, 1024);
    private static readonly RefreshSlot AnswerSlot = new(4096, AnswerCapacity);

    private readonly string _path;
    private readonly FileLock _held;
    private SafeFileHandle? _file;

    private RefreshPage(string path, FileLock held, RefreshRecord record) => (_path, _held, Record) = (path, held, record);

    public RefreshRecord Record { get; private set; }

    /// <summary>Whether it may be pending: one that has ended is short.</summary>
    public static bool IsOpen(FileStatus status) => status.Stamp.Size > KeptLength;

    /// <summary>Reads a page; the caller hands over the lock of its family.</summary>
    public static RefreshPage Open(string path, FileLock held) => new(path, held, Read(path));

    /// <summary>What a page says; blank when there is none.</summary>
    /// <exception cref="ChatAuthException">It cannot be read or is not private.</exception>
    public static RefreshRecord Read(string path)
    {
        if (PrivateFile.Read(path, allowGroupReadable: false)?.Bytes is not { } page) return RefreshRecord.Blank;
        return new RefreshRecord(
            RefreshJson.ReadIntent(FirstSlot.Read(page)), RefreshJson.ReadIntent(SecondSlot.Read(page)),
            RefreshJson.ReadAnswer(AnswerSlot.Read(page)), RefreshJson.ReadEnd(EndSlot.Read(page)));
    }

    public void Intend(RefreshIntent intent) => Change(file =>
    {
        AnswerSlot.Erase(file);
        (Record.First is null ? FirstSlot : SecondSlot).Write(file, RefreshJson.Write(intent));
    }, Record.With(intent));

    public void Withdraw() => Change(file =>
    {
        (Record.Second is null ? FirstSlot : SecondSlot).Erase(file);
        AnswerSlot.Erase(file);
        RandomAccess.FlushToDisk(file);
    }, Record.WithoutLast());

    public void Keep(RawTokenAnswer answer)
    {
        // Known even where the disk then refuses: whoever holds the page can still store it.
        Record = Record with { Answer = answer };
        Change(file => AnswerSlot.Write(file, RefreshJson.Write(answer)), Record);
    }

    public void Clear() => Change(file =>
    {
        foreach (var slot in new[] { FirstSlot, SecondSlot, AnswerSlot }) slot.Erase(file);
        RandomAccess.FlushToDisk(file);
    }, RefreshRecord.Blank);

    public void Close(RefreshEnd end) => Change(file =>
    {
        EndSlot.Write(file, RefreshJson.Write(end));
        AnswerSlot.Erase(file);
        RandomAccess.FlushToDisk(file);
        RandomAccess.SetLength(file, KeptLength);
    }, Record with { Answer = null, End = end });

    public void Dispose()
    {
        _file?.Dispose();
        _held.Dispose();
    }

    private void Change(Action<SafeFileHandle> write, RefreshRecord after)
    {
        try
        {
            write(_file ??= OpenFile());
            Record = after;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, $"{_path}: {Marshal.GetPInvokeErrorMessage(failure.HResult)}", failure);
        }
    }

    /// <summary>Random bytes take their room on every file system; zeros may be left out.</summary>
    private SafeFileHandle OpenFile()
    {
        AtomicFile.RemoveOrphans(_path);
        if (PrivateFile.Find(_path, allowGroupReadable: false) is null)
        {
            AtomicFile.TryCreate(_path, RandomNumberGenerator.GetBytes(AnswerSlot.Offset + AnswerSlot.Capacity));
        }
        return OperatingSystem.IsWindows()
            ? File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete)
            : Posix.Open(_path, write: true) ?? throw new FileNotFoundException(null, _path);
    }
}
