using System.Runtime.InteropServices;

namespace ChatAuth.Channels.Discord;

/// <summary>The few functions of OpenSSL 3 that verify a signature. The library comes from the system's own directories by its full path: no search path of the process is asked.</summary>
internal static partial class LibCrypto
{
    /// <summary>A name that no file has; the resolver alone knows what it stands for.</summary>
    private const string Name = "chatauth:libcrypto";

    private static readonly nint Library = Load(Paths());

    public static bool IsLoaded => Library != 0;

    /// <summary>Where it is looked for.</summary>
    public static IReadOnlyList<string> Paths() => OperatingSystem.IsMacOS()
        ? ["/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib"]
        : OperatingSystem.IsLinux() ? [.. Directories().Select(directory => $"{directory}/libcrypto.so.3")] : [];

    /// <summary>The first of the files that is OpenSSL 3; 0 when none is.</summary>
    public static nint Load(IEnumerable<string> paths) => paths.Select(Open).FirstOrDefault(library => library != 0);

    /// <summary>Has the imports below go to the library; once, before the first of them.</summary>
    public static void Resolve() => NativeLibrary.SetDllImportResolver(typeof(LibCrypto).Assembly, (name, _, _) => name == Name ? Library : 0);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    public static partial nint NewPublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_free")]
    public static partial void FreeKey(nint key);

    [LibraryImport(Name, EntryPoint = "EVP_MD_CTX_new")]
    public static partial nint NewContext();

    [LibraryImport(Name, EntryPoint = "EVP_MD_CTX_free")]
    public static partial void FreeContext(nint context);

    [LibraryImport(Name, EntryPoint = "EVP_DigestVerifyInit")]
    public static partial int BeginVerify(nint context, nint keyContext, nint digest, nint engine, Ed25519Key key);

    [LibraryImport(Name, EntryPoint = "EVP_DigestVerify")]
    public static partial int Verify(nint context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint messageLength);

    [LibraryImport(Name, EntryPoint = "ERR_clear_error")]
    public static partial void ClearErrors();

    private static IEnumerable<string> Directories()
    {
        var triplet = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x86_64-linux-gnu",
            Architecture.Arm64 => "aarch64-linux-gnu",
            _ => null,
        };
        string[] own = triplet is null ? [] : [$"/usr/lib/{triplet}", $"/lib/{triplet}"];
        return [.. own, "/usr/lib64", "/lib64", "/usr/lib", "/lib"];
    }

    private static nint Open(string path)
    {
        if (!NativeLibrary.TryLoad(path, out var library)) return 0;
        if (IsVersion3(library)) return library;
        NativeLibrary.Free(library);
        return 0;
    }

    private static unsafe bool IsVersion3(nint library) =>
        NativeLibrary.TryGetExport(library, "OPENSSL_version_major", out var major) && ((delegate* unmanaged<uint>)major)() == 3;
}
